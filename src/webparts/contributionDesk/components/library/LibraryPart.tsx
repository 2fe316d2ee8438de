import * as React from 'react';
import { loadLibrary } from '../../../../messages/loadLibrary';
import { AuthorNotices } from '../../../../site/authorNotices';
import type { Contribution } from '../../../../site/contribution';
import { ContributionPages } from '../../../../site/contributionPages';
import { SavedViews } from '../../../../site/savedViews';
import { useLoaded } from '../../hooks/useLoaded';
import { useTexts } from '../../hooks/useTexts';
import { DefaultButton } from '../common/Button';
import { SiteProblem } from '../common/SiteProblem';
import { Skeleton } from '../common/Skeleton';
import { LanguagesProvider } from '../languages/LanguagesProvider';
import { useSecretariat } from '../secretariat/secretariatContext';
import { useWidth } from '../secretariat/useWidth';
import { SelectField } from '../submission/SelectField';
import { BulkForm } from './bulk/BulkForm';
import { BULK_KINDS } from './bulk/bulkKinds';
import type { BulkKind } from './bulk/bulkKinds';
import { gridRows } from './gridRows';
import { libraryStyles as styles } from './library.styles';
import { LibraryContext, useLibrary } from './libraryContext';
import type { LibraryContextValue } from './libraryContext';
import { LibraryDetails } from './LibraryDetails';
import { LibraryGrid } from './LibraryGrid';
import type { LibraryGridHandle } from './LibraryGrid';
import { librarySections } from './librarySections';
import { LibraryTools } from './LibraryTools';
import { FIRST_VIEW } from './libraryView';
import type { LibraryView } from './libraryView';
import { useLibrarySections } from './useLibrarySections';

/** From this width on, what is opened stands beside the list instead of in its place. */
const BESIDE = 900;
/** Below this width, a row puts its facts below its title. */
const NARROW_ROW = 760;

/** The library of all meetings, once what it needs is there. */
export function LibraryPart(): React.ReactElement {
  return (
    <LanguagesProvider>
      <WithTexts />
    </LanguagesProvider>
  );
}

function WithTexts(): React.ReactElement {
  const { connection, translator } = useSecretariat();
  const loaded = useTexts(translator.language, loadLibrary);
  const texts = loaded.value;
  const context = React.useMemo(
    (): LibraryContextValue | undefined =>
      texts && { texts, pages: new ContributionPages(connection), savedViews: new SavedViews(connection), authorNotices: new AuthorNotices(connection) },
    [texts, connection]
  );
  if (context === undefined) {
    return loaded.error === undefined ? <Skeleton lines={8} /> : <SiteProblem error={loaded.error} translator={translator} onRetry={loaded.retry} />;
  }
  return (
    <LibraryContext.Provider value={context}>
      <Library />
    </LibraryContext.Provider>
  );
}

/** What stands beside the list. */
type Pane = { readonly kind: 'details'; readonly document: Contribution } | { readonly kind: 'bulk'; readonly action: BulkKind };

/** The list of all documents, the one that is open, and what is done with those that are selected. */
function Library(): React.ReactElement {
  const { group, languageSite, meetings, pages, site, texts, translator, words } = useLibrary();
  const [view, setView] = React.useState<LibraryView>(FIRST_VIEW);
  const loadDelegations = React.useCallback(() => languageSite.delegations.all(), [languageSite]);
  const delegations = useLoaded(loadDelegations);
  const known = delegations.status === 'ready' ? delegations.value : undefined;
  const { text, meeting, status, standing, grouping } = view;
  const sections = React.useMemo(
    () => (grouping === 'region' && known === undefined ? [] : librarySections({ ...view, text, meeting, status, standing, grouping }, meetings, known ?? [], group)),
    // Another order or other columns ask for no other sections; delegations matter to regions only.
    [text, meeting, status, standing, grouping, meetings, grouping === 'region' ? known : undefined, group]
  );
  const content = useLibrarySections(pages, sections, view.order, site.libraryMark);
  const rows = React.useMemo(() => gridRows(sections, content), [sections, content.contents, content.expanded]);
  const [selected, setSelected] = React.useState<ReadonlyMap<number, Contribution>>(new Map());
  const [pane, setPane] = React.useState<Pane>();
  const [action, setAction] = React.useState<BulkKind>();
  const grid = React.useRef<LibraryGridHandle>(null);
  const split = React.useRef<HTMLDivElement>(null);
  const width = useWidth(split) ?? BESIDE;
  const isBeside = width >= BESIDE;

  const documents = rows.flatMap((row) => (row.kind === 'document' ? [row.document] : []));
  // What is open is shown as it is read again; a form that was opened upon an earlier state says itself what changed.
  const open = pane?.kind === 'details' ? pane.document : undefined;
  const close = (): void => {
    setPane(undefined);
    // The list may have been hidden until now.
    window.setTimeout(() => grid.current?.focus(), 0);
  };
  const changed = (document: Contribution): void => {
    content.amend(document);
    setSelected((before) => (before.has(document.id) ? new Map(before).set(document.id, document) : before));
    setPane((current) => (current?.kind === 'details' && current.document.id === document.id ? { kind: 'details', document } : current));
  };
  const select = (wanted: readonly Contribution[], isSelected: boolean): void =>
    setSelected((before) => {
      const after = new Map(before);
      wanted.forEach((document) => (isSelected ? after.set(document.id, document) : after.delete(document.id)));
      return after;
    });
  const [, ...rest] = sections;
  const first = sections[0] === undefined ? undefined : content.contents.get(sections[0].key);
  const isOtherOrder = [...content.contents.values()].some(({ page }) => page !== undefined && page.documents.length > 0 && page.order !== view.order);
  return (
    <section className={styles.library} aria-labelledby="desk-library">
      <h3 id="desk-library" className={styles.heading}>
        {texts.t('library.heading')}
      </h3>
      <LibraryTools view={view} onView={setView} />
      {grouping === 'region' && delegations.status === 'failed' && <SiteProblem error={delegations.error} translator={translator} onRetry={delegations.retry} />}
      <p role="status" className={styles.status}>
        {[
          first?.isLoading === true && first.documents.length === 0
            ? texts.t('library.loading')
            : texts.t(rest.length > 0 || first?.page?.more !== undefined ? 'library.readSoFar' : 'library.readAll', { count: documents.length }),
          isOtherOrder ? texts.t('library.otherOrder') : ''
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      {selected.size > 0 && (
        <div className={styles.bar} role="group" aria-label={texts.t('bulk.bar')}>
          <span className={styles.barCount} role="status">
            {texts.t('bulk.selected', { count: selected.size })}
          </span>
          <SelectField
            id="desk-bulk-action"
            label={texts.t('bulk.action')}
            isOptional
            placeholder={translator.t('form.choose')}
            options={BULK_KINDS.map((value) => ({ value, text: texts.t(`bulk.${value}`) }))}
            value={action}
            onChange={setAction}
          />
          <DefaultButton text={texts.t('bulk.preview')} allowDisabledFocus disabled={action === undefined} onClick={() => action !== undefined && setPane({ kind: 'bulk', action })} />
          <DefaultButton text={texts.t('bulk.clear')} onClick={() => setSelected(new Map())} />
        </div>
      )}
      <div ref={split} className={styles.split}>
        <div className={styles.list} hidden={pane !== undefined && !isBeside}>
          <LibraryGrid
            ref={grid}
            rows={rows}
            columns={view.columns}
            order={isOtherOrder ? 'newest' : view.order}
            isNarrow={(pane !== undefined && isBeside ? width / 2 : width) < NARROW_ROW}
            openId={open?.id}
            selected={selected}
            errorOf={(key) => content.contents.get(key)?.error}
            onOpen={(document) => setPane({ kind: 'details', document })}
            onSelect={select}
            onToggle={content.toggle}
            onReadOn={content.readOn}
            onLeave={() => (pane === undefined ? setSelected(new Map()) : close())}
          />
        </div>
        {pane !== undefined && (
          <div
            className={isBeside ? styles.paneBeside : styles.pane}
            onKeyDown={({ key, target }) => {
              // Escape in a field is the browser's: it empties a search, closes a list.
              if (key === 'Escape' && !(target as Element).matches('input, textarea, select')) {
                close();
              }
            }}
          >
            {pane.kind === 'details' ? (
              <LibraryDetails
                key={pane.document.id}
                document={documents.find(({ id }) => id === pane.document.id) ?? pane.document}
                closeLabel={words.t(isBeside ? 'details.close' : 'details.back')}
                onClose={close}
                onOpen={(document) => setPane({ kind: 'details', document })}
                onChanged={changed}
              />
            ) : (
              <BulkForm key={pane.action} kind={pane.action} documents={[...selected.values()]} onChanged={changed} onClose={close} />
            )}
          </div>
        )}
      </div>
    </section>
  );
}
