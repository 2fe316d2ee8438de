import * as React from 'react';
import { isolate } from '../../../../messages/isolate';
import type { Contribution } from '../../../../site/contribution';
import { DefaultButton } from '../common/Button';
import { StandingBadge } from '../common/StandingBadge';
import { documentName } from './dossier';
import type { Dossier } from './dossier';
import { dueOf } from './due';
import { listStyles as styles } from './list.styles';
import { useSecretariat } from './secretariatContext';

/** One line of the list. */
export interface DocumentRowProps {
  readonly dossier: Dossier;
  /** The document that it belongs to, where that is known. */
  readonly whole?: Contribution;
  readonly isSelected: boolean;
  readonly isNarrow: boolean;
  readonly onOpen: () => void;
}

/** The id of the button that opens a document's details, for the focus. */
export function openButtonId(documentId: number): string {
  return `desk-open-${documentId}`;
}

/** A document in the list: what it is, where it stands and by when it is to be published. */
export function DocumentRow({ dossier, whole, isSelected, isNarrow, onOpen }: DocumentRowProps): React.ReactElement {
  const { group, meetings, site, translator, words } = useSecretariat();
  const { contribution, findings } = dossier;
  const { id, title, fileName, url, source, docSymbol, docStatus, standing, partKind, partOf, meetingId } = contribution;
  const due = dueOf(contribution, site.clock.now().toZonedDateTimeISO(group.zone).toPlainDate(), group.zone, words);
  /** For the mouse; the button does the same for the keyboard and for screen readers. */
  const openFromRow = (event: React.MouseEvent): void => {
    if (!(event.target as Element).closest('a, button')) {
      onOpen();
    }
  };
  return (
    <li className={styles.row} data-document={id} data-selected={isSelected} data-layout={isNarrow ? 'narrow' : 'wide'} onClick={openFromRow}>
      <div className={docSymbol === undefined ? styles.unnumbered : styles.symbol}>{docSymbol === undefined ? words.t('list.notNumbered') : <bdi>{docSymbol}</bdi>}</div>
      <div>
        <a className={styles.title} href={url} target="_blank" rel="noreferrer noopener" data-interception="off">
          <bdi>{title ?? fileName}</bdi>
        </a>
        <div className={styles.sub}>
          {source !== undefined && (
            <span>
              <bdi>{source}</bdi>
            </span>
          )}
          {partKind !== undefined && <span>{words.t('part.of', { kind: partKind, document: isolate(whole === undefined ? `#${partOf ?? '?'}` : documentName(whole)) })}</span>}
          {meetings.every((meeting) => meeting.id !== meetingId) && <span>{words.t('list.noMeeting')}</span>}
          {findings.length > 0 && <span>{words.t('list.findings', { count: findings.length })}</span>}
        </div>
      </div>
      <div className={styles.states}>
        {standing !== undefined && <StandingBadge standing={standing} />}
        {docStatus !== undefined && <span>{translator.t(`docStatus.${docStatus}`)}</span>}
      </div>
      <div>
        {due?.date}
        {due?.days !== undefined && <span className={due.isOverdue ? styles.overdue : styles.days}>{due.days}</span>}
      </div>
      <DefaultButton
        id={openButtonId(id)}
        text={words.t('list.details')}
        ariaLabel={words.t('list.details.of', { document: isolate(title ?? fileName) })}
        aria-expanded={isSelected}
        onClick={onOpen}
      />
    </li>
  );
}
