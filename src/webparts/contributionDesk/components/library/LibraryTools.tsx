import { TextField } from '@fluentui/react/lib/TextField';
import * as React from 'react';
import { isolate } from '../../../../messages/isolate';
import { DOC_STATUSES, STANDINGS } from '../../../../rules/contribution';
import { LIBRARY_ORDERS } from '../../../../site/contributionPages';
import { SelectField } from '../submission/SelectField';
import { libraryStyles as styles } from './library.styles';
import { useLibrary } from './libraryContext';
import { GROUPINGS, LIBRARY_COLUMNS } from './libraryView';
import type { LibraryViewProps } from './libraryView';
import { ViewKeeper } from './ViewKeeper';

const PAUSE_MILLISECONDS = 400;

/** What is listed, in what order, divided by what, with which columns; and the views that are kept. */
export function LibraryTools({ view, onView }: LibraryViewProps): React.ReactElement {
  const { meetings, texts, translator, words } = useLibrary();
  const [text, setText] = React.useState(view.text);
  React.useEffect(() => setText(view.text), [view.text]);
  // The site is asked once somebody has paused, and not for each letter.
  React.useEffect(() => {
    const timer = window.setTimeout(() => text !== view.text && onView({ ...view, text }), PAUSE_MILLISECONDS);
    return () => window.clearTimeout(timer);
  }, [text, view, onView]);
  const latestFirst = [...meetings].sort((one, other) => other.start.since(one.start).sign);
  return (
    <div className={styles.tools}>
      <div className={styles.fields}>
        <div className={styles.search}>
          <TextField type="search" label={words.t('list.search')} dir="auto" value={text} onChange={(_event, value = '') => setText(value)} />
        </div>
        <SelectField
          id="desk-library-meeting"
          label={translator.t('field.meeting')}
          isOptional
          placeholder={texts.t('library.any')}
          options={[...latestFirst.map(({ id, title }) => ({ value: String(id), text: isolate(title) })), { value: 'none', text: texts.t('library.noMeeting') }]}
          value={view.meeting === undefined ? undefined : String(view.meeting)}
          onChange={(value) => onView({ ...view, meeting: value === undefined ? undefined : value === 'none' ? value : Number(value) })}
        />
        <SelectField
          id="desk-library-status"
          label={translator.t('field.status')}
          isOptional
          placeholder={texts.t('library.any')}
          options={DOC_STATUSES.map((value) => ({ value, text: translator.t(`docStatus.${value}`) }))}
          value={view.status}
          onChange={(status) => onView({ ...view, status })}
        />
        <SelectField
          id="desk-library-standing"
          label={translator.t('field.standing')}
          isOptional
          placeholder={texts.t('library.any')}
          options={STANDINGS.map((value) => ({ value, text: translator.t(`standing.${value}`) }))}
          value={view.standing}
          onChange={(standing) => onView({ ...view, standing })}
        />
        <SelectField
          id="desk-library-order"
          label={texts.t('library.order')}
          isOptional
          placeholder={texts.t('order.newest')}
          options={LIBRARY_ORDERS.filter((value) => value !== 'newest').map((value) => ({ value, text: texts.t(`order.${value}`) }))}
          value={view.order === 'newest' ? undefined : view.order}
          onChange={(order) => onView({ ...view, order: order ?? 'newest' })}
        />
        <SelectField
          id="desk-library-grouping"
          label={texts.t('library.grouping')}
          isOptional
          placeholder={texts.t('grouping.none')}
          options={GROUPINGS.filter((value) => value !== 'none').map((value) => ({ value, text: texts.t(`grouping.${value}`) }))}
          value={view.grouping === 'none' ? undefined : view.grouping}
          onChange={(grouping) => onView({ ...view, grouping: grouping ?? 'none' })}
        />
      </div>
      <details className={styles.fold}>
        <summary>{texts.t('library.views')}</summary>
        <div className={styles.foldBody}>
          <fieldset className={styles.columns}>
            <legend>{texts.t('library.columns')}</legend>
            {LIBRARY_COLUMNS.map((column) => (
              <label key={column}>
                <input
                  type="checkbox"
                  checked={view.columns.includes(column)}
                  onChange={({ target }) => onView({ ...view, columns: LIBRARY_COLUMNS.filter((each) => (each === column ? target.checked : view.columns.includes(each))) })}
                />
                {texts.t(`column.${column}`)}
              </label>
            ))}
          </fieldset>
          <ViewKeeper view={view} onView={onView} />
        </div>
      </details>
    </div>
  );
}
