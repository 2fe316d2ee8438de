import * as React from 'react';
import { wordShortDate } from '../../../../messages/dates';
import { languageName } from '../../../../messages/locale';
import type { Contribution } from '../../../../site/contribution';
import { useLoaded } from '../../hooks/useLoaded';
import { SiteProblem } from '../common/SiteProblem';
import { Skeleton } from '../common/Skeleton';
import { detailsStyles as styles } from '../secretariat/details.styles';
import { DocumentDetails } from '../secretariat/DocumentDetails';
import { dossierOf } from '../secretariat/dossier';
import { DocumentHistory } from './DocumentHistory';
import { useLibrary } from './libraryContext';

/** Which document is open. */
export interface LibraryDetailsProps {
  readonly document: Contribution;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly onOpen: (document: Contribution) => void;
  readonly onChanged: (document: Contribution) => void;
}

/** Everything about a document of any meeting: what the list of a meeting tells as well, its translations and its history. */
export function LibraryDetails({ document, closeLabel, onClose, onOpen, onChanged }: LibraryDetailsProps): React.ReactElement {
  const { group, site, translator } = useLibrary();
  const { id, partOf, etag } = document;
  const load = React.useCallback(
    async () => ({ decisions: await site.decisions.ofContribution(id), whole: partOf === undefined ? undefined : await site.contributions.get(partOf) }),
    // A decision about it changes the item as well.
    [site, id, partOf, etag]
  );
  const loaded = useLoaded(load);
  const latest = React.useRef<{ decisions: Awaited<ReturnType<typeof load>>['decisions']; whole: Contribution | undefined }>();
  if (loaded.status === 'ready') {
    latest.current = loaded.value;
  }
  // What was read before stays while it is read anew, so that an open form is not lost.
  const known = latest.current;
  if (known === undefined) {
    return loaded.status === 'failed' ? <SiteProblem error={loaded.error} translator={translator} onRetry={loaded.retry} /> : <Skeleton lines={10} />;
  }
  return (
    <DocumentDetails
      dossier={dossierOf(document, known.decisions, site.clock.now(), group)}
      whole={known.whole}
      closeLabel={closeLabel}
      onClose={onClose}
      onOpen={onOpen}
      onChanged={onChanged}
    >
      <DocumentTranslations id={id} />
      <DocumentHistory id={id} version={etag} />
    </DocumentDetails>
  );
}

/** The language versions that the list of translations has of a document. */
function DocumentTranslations({ id }: { readonly id: number }): React.ReactElement {
  const { languageSite, said, texts, translator } = useLibrary();
  const load = React.useCallback(() => languageSite.translations.ofContribution(id), [languageSite, id]);
  const versions = useLoaded(load);
  return (
    <section className={styles.section}>
      <h5 className={styles.subheading}>{texts.t('details.translations')}</h5>
      {versions.status === 'loading' && <Skeleton lines={1} />}
      {versions.status === 'failed' && <SiteProblem error={versions.error} translator={translator} onRetry={versions.retry} />}
      {versions.status === 'ready' && versions.value.length === 0 && <p className={styles.quiet}>{texts.t('details.noTranslations')}</p>}
      {versions.status === 'ready' && versions.value.length > 0 && (
        <ul className={styles.list}>
          {versions.value.map(({ language, status, dueDate }) => (
            <li key={language}>
              {[languageName(language, translator.language), said.t(`translation.${status}`), dueDate === undefined ? '' : wordShortDate(dueDate, translator.language)].filter(Boolean).join(' · ')}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
