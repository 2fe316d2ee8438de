import { TextField } from '@fluentui/react/lib/TextField';
import * as React from 'react';
import { documentsTable } from '../../../../exports/documentTables';
import { ATTENTIONS } from '../../../../rules/attention';
import type { Contribution } from '../../../../site/contribution';
import type { Decision } from '../../../../site/decisions';
import { DefaultButton } from '../common/Button';
import { TableButtons } from '../common/TableButtons';
import { SelectField } from '../submission/SelectField';
import { DocumentDetails } from './DocumentDetails';
import { isOpenFilter, passes } from './documentFilter';
import type { DocumentFilter } from './documentFilter';
import { DocumentGroup } from './DocumentGroup';
import { openButtonId } from './DocumentRow';
import { dossierOf, groupByAttention } from './dossier';
import type { Dossier } from './dossier';
import { FilterNote } from './FilterNote';
import { listStyles as styles } from './list.styles';
import { useSecretariat } from './secretariatContext';
import { useWidth } from './useWidth';

/** From this width on, a document's details stand beside the list instead of in its place. */
const BESIDE = 900;
/** Below this width, a row puts its facts below its title. */
const NARROW_ROW = 820;

/** What the list is made from. */
export interface DocumentListProps {
  readonly dossiers: readonly Dossier[];
  readonly decisions: readonly Decision[];
  readonly meetingId: number;
  readonly filter: DocumentFilter;
  readonly onFilter: (filter: DocumentFilter) => void;
  /** The document to which a link leads: it is opened. */
  readonly linked: Contribution | undefined;
  /** Called with a document that an action changed, or that turned out to have changed. */
  readonly onChanged: (contribution: Contribution) => void;
}

/** A meeting's documents by what they ask of the secretariat, and the one that is open. */
export function DocumentList({ dossiers, decisions, meetingId, filter, onFilter, linked, onChanged }: DocumentListProps): React.ReactElement {
  const { group, site, words } = useSecretariat();
  const [opened, setOpened] = React.useState(linked);
  React.useEffect(() => linked && setOpened(linked), [linked]);
  const columns = React.useRef<HTMLDivElement>(null);
  const width = useWidth(columns) ?? BESIDE;

  const { attention, text = '' } = filter;
  const found = dossiers.filter((dossier) => passes(dossier, { ...filter, attention: undefined }, meetingId, group));
  const shown = attention === undefined ? found : found.filter((dossier) => dossier.attention === attention);
  const byId = new Map(dossiers.map(({ contribution }) => [contribution.id, contribution]));
  const wholeOf = ({ partOf }: Contribution): Contribution | undefined => (partOf === undefined ? undefined : byId.get(partOf));
  // A part may be opened that belongs to another meeting's list; what was opened stays open wherever it has gone.
  const open =
    opened && (dossiers.find(({ contribution }) => contribution.id === opened.id) ?? dossierOf(opened, decisions, site.clock.now(), group));
  const isBeside = width >= BESIDE;
  const close = (): void => {
    const id = opened?.id;
    setOpened(undefined);
    // The list may have been hidden until now.
    window.setTimeout(() => (id === undefined ? undefined : document.getElementById(openButtonId(id))?.focus()), 0);
  };
  return (
    <section className={styles.section} aria-labelledby="desk-documents">
      <h3 id="desk-documents" className={styles.heading}>
        {words.t('list.heading')}
      </h3>
      {dossiers.length > 0 && (
        <div className={styles.top}>
          <div className={styles.search}>
            <TextField type="search" label={words.t('list.search')} dir="auto" value={text} onChange={(_event, value = '') => onFilter({ ...filter, text: value })} />
          </div>
          <div className={styles.filter}>
            <SelectField
              id="desk-documents-group"
              label={words.t('list.group')}
              isOptional
              placeholder={words.t('list.group.all', { count: found.length })}
              options={ATTENTIONS.map((value) => ({
                value,
                text: words.t('list.group.option', { group: words.t(`group.${value}`), count: found.filter((dossier) => dossier.attention === value).length })
              }))}
              value={attention}
              onChange={(value) => onFilter({ ...filter, attention: value })}
            />
          </div>
        </div>
      )}
      <FilterNote filter={filter} onFilter={onFilter} />
      <p role="status" className={styles.count}>
        {dossiers.length === 0
          ? words.t('list.empty')
          : isOpenFilter(filter)
            ? words.t('list.total', { total: dossiers.length })
            : words.t('list.shown', { shown: shown.length, total: dossiers.length })}
      </p>
      {shown.length > 0 && (
        <TableButtons
          labels={{ xlsx: 'exports.documents.xlsx', csv: 'exports.documents.csv' }}
          name={`documents-${meetingId}`}
          tables={(exportWords) => [documentsTable(groupByAttention(shown).flatMap(({ dossiers: inOrder }) => inOrder.map(({ contribution }) => contribution)), exportWords)]}
        />
      )}
      {dossiers.length > 0 && shown.length === 0 && (
        <div>
          <p>{words.t('list.noMatch')}</p>
          <DefaultButton text={words.t('list.clear')} onClick={() => onFilter({})} />
        </div>
      )}
      <div ref={columns} className={styles.columns}>
        <div className={styles.groups} hidden={open !== undefined && !isBeside}>
          {groupByAttention(shown).map((each) => (
            <DocumentGroup
              key={each.attention}
              group={each}
              wholeOf={wholeOf}
              selectedId={opened?.id}
              isNarrow={(open !== undefined && isBeside ? width / 2 : width) < NARROW_ROW}
              onOpen={setOpened}
            />
          ))}
        </div>
        {open !== undefined && (
          <div className={isBeside ? styles.detailsBeside : styles.details}>
            <DocumentDetails
              key={open.contribution.id}
              dossier={open}
              whole={wholeOf(open.contribution)}
              closeLabel={words.t(isBeside ? 'details.close' : 'details.back')}
              onClose={close}
              onOpen={setOpened}
              onChanged={(changed) => {
                // The person may have gone on to another document meanwhile.
                setOpened((current) => (current?.id === changed.id ? changed : current));
                onChanged(changed);
              }}
            />
          </div>
        )}
      </div>
    </section>
  );
}
