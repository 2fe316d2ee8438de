import * as React from 'react';
import { wordShortDate } from '../../../../messages/dates';
import type { Contribution } from '../../../../site/contribution';
import type { Contributions } from '../../../../site/contributions';
import { useLoaded } from '../../hooks/useLoaded';
import { SiteProblem } from '../common/SiteProblem';
import { Skeleton } from '../common/Skeleton';
import { detailsStyles as styles } from './details.styles';
import { useSecretariat } from './secretariatContext';

/** Whose family is shown. */
export interface DocumentFamilyProps {
  readonly contribution: Contribution;
  readonly onOpen: (contribution: Contribution) => void;
}

/** The document that this one belongs to and everything that belongs to the same one; each can be opened. */
export function DocumentFamily({ contribution, onOpen }: DocumentFamilyProps): React.ReactElement | null {
  const { group, site, translator, words } = useSecretariat();
  const { id, partOf } = contribution;
  const load = React.useCallback(async () => site.contributions.family(await rootOf(site.contributions, id, partOf)), [site, id, partOf]);
  const family = useLoaded(load);
  if (family.status === 'ready' && family.value.length < 2) {
    return null;
  }
  return (
    <section className={styles.section}>
      <h5 className={styles.subheading}>{words.t('details.family')}</h5>
      {family.status === 'loading' && <Skeleton lines={1} />}
      {family.status === 'failed' && <SiteProblem error={family.error} translator={translator} onRetry={family.retry} />}
      {family.status === 'ready' && (
        <ul className={styles.list}>
          {family.value.map((member) => (
            <li key={member.id}>
              {member.id === id ? (
                <strong>{words.t('details.family.this')}</strong>
              ) : (
                <button type="button" className={styles.plainButton} onClick={() => onOpen(member)}>
                  {member.docSymbol !== undefined && <bdi>{member.docSymbol} </bdi>}
                  <bdi>{member.title ?? member.fileName}</bdi>
                </button>
              )}
              <div className={styles.quiet}>
                {[
                  member.partKind === undefined ? undefined : translator.t(`form.partKind.${member.partKind}`),
                  wordShortDate((member.receivedAt ?? member.createdAt).toZonedDateTimeISO(group.zone).toPlainDate(), translator.language),
                  member.docStatus === undefined ? undefined : translator.t(`docStatus.${member.docStatus}`)
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The first of the documents that a document belongs to. Delegates can edit the column that ties them, so a circle ends. */
async function rootOf(contributions: Contributions, id: number, partOf: number | undefined): Promise<number> {
  const met = new Set([id]);
  let root = id;
  for (let parent = partOf; parent !== undefined && !met.has(parent); ) {
    const document = await contributions.get(parent);
    if (document === undefined) {
      return root;
    }
    met.add(parent);
    root = parent;
    parent = document.partOf;
  }
  return root;
}
