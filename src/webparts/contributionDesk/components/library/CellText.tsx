import * as React from 'react';
import { wordShortDate } from '../../../../messages/dates';
import { dueOf } from '../secretariat/due';
import type { Contribution } from '../../../../site/contribution';
import { gridStyles as styles } from './grid.styles';
import type { LibraryColumn } from './libraryView';
import { useLibrary } from './libraryContext';

/** What a column tells of a document; nothing where the library does not know. */
export function CellText({ column, document }: { readonly column: LibraryColumn; readonly document: Contribution }): React.ReactElement | null {
  const { group, meetings, site, translator, texts, words } = useLibrary();
  const { docSymbol, source, meetingId, standing, docStatus, receivedAt, createdAt } = document;
  switch (column) {
    case 'symbol':
      return docSymbol === undefined ? <span className={styles.quiet}>{words.t('list.notNumbered')}</span> : <bdi>{docSymbol}</bdi>;
    case 'source':
      return source === undefined ? null : <bdi>{source}</bdi>;
    case 'meeting': {
      const meeting = meetings.find(({ id }) => id === meetingId);
      return meeting === undefined ? <span className={styles.quiet}>{texts.t('library.noMeeting')}</span> : <bdi>{meeting.title}</bdi>;
    }
    case 'standing':
      return standing === undefined ? null : <span>{translator.t(`standing.${standing}`)}</span>;
    case 'status':
      return docStatus === undefined ? null : <span>{translator.t(`docStatus.${docStatus}`)}</span>;
    case 'due': {
      const due = dueOf(document, site.clock.now().toZonedDateTimeISO(group.zone).toPlainDate(), group.zone, words);
      return due === undefined ? null : (
        <span className={due.isOverdue ? styles.overdue : undefined}>
          {due.date} {due.isOverdue && <span className={styles.days}>{due.days}</span>}
        </span>
      );
    }
    case 'received':
      return <span>{wordShortDate((receivedAt ?? createdAt).toZonedDateTimeISO(group.zone).toPlainDate(), translator.language)}</span>;
  }
}
