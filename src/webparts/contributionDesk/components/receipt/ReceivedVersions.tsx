import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import { ProgressIndicator } from '@fluentui/react/lib/ProgressIndicator';
import * as React from 'react';
import { wordInstant } from '../../../../messages/dates';
import { languageName } from '../../../../messages/locale';
import { DefaultButton } from '../common/Button';
import { Icon } from '../common/Icon';
import { useDesk } from '../deskContext';
import { FailedDelivery } from '../submission/FailedDelivery';
import type { LanguageVersion } from '../submission/submission';
import { UploadProgress } from '../submission/UploadProgress';
import type { VersionActions } from '../submission/versionActions';

const styles = mergeStyleSets({
  section: { display: 'grid', gap: 4 },
  heading: { margin: 0, fontSize: 14, lineHeight: 20, fontWeight: 600 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  version: { display: 'grid', gap: 8, padding: '8px 0', borderTop: '1px solid var(--desk-line)' },
  name: { display: 'flex', flexWrap: 'wrap', gap: '0 8px', alignItems: 'center', overflowWrap: 'anywhere' },
  quiet: { color: 'var(--desk-quiet)' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: 12 }
});

/** What is shown of the language versions of a document that has arrived. */
export interface ReceivedVersionsProps {
  readonly versions: readonly LanguageVersion[];
  readonly actions: VersionActions;
}

/** The language versions below a receipt: which have arrived, which are on their way, and which need another try. */
export function ReceivedVersions({ versions, actions }: ReceivedVersionsProps): React.ReactElement {
  const { translator } = useDesk();
  return (
    <section className={styles.section}>
      <h5 className={styles.heading}>{translator.t('version.heading')}</h5>
      <ul className={styles.list}>
        {versions.map((version) => (
          <li key={version.id} className={styles.version} data-version={version.phase.step}>
            <div className={styles.name}>
              {version.phase.step === 'received' && <Icon name="check" size={16} />}
              {version.language !== undefined && <strong>{languageName(version.language, translator.language)}</strong>}
              <bdi className={styles.quiet}>{version.phase.step === 'received' ? version.phase.arrival.fileName : version.file.name}</bdi>
            </div>
            <VersionState {...{ version, actions }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function VersionState({ version, actions }: { readonly version: LanguageVersion; readonly actions: VersionActions }): React.ReactElement {
  const { group, translator } = useDesk();
  const { phase, file } = version;
  switch (phase.step) {
    case 'waiting':
      return (
        <div className={styles.buttons}>
          <DefaultButton text={translator.t('version.send')} ariaLabel={translator.t('version.sendFile', { fileName: file.name })} onClick={() => actions.send(version)} />
          <DefaultButton text={translator.t('form.remove')} ariaLabel={translator.t('form.removeFile', { fileName: file.name })} onClick={() => actions.remove(version)} />
        </div>
      );
    case 'sending':
      return <UploadProgress fileName={file.name} sent={phase.sent} total={phase.total} onCancel={() => actions.cancel(version)} />;
    case 'describing':
      return <ProgressIndicator label={translator.t('upload.saving')} />;
    case 'failed':
      return (
        <FailedDelivery phase={phase} onRetry={() => actions.send(version)} onCancel={() => (phase.arrival === undefined ? actions.cancel(version) : actions.remove(version))}>
          {phase.arrival === undefined && <p>{translator.t('version.onlyThisMissing')}</p>}
        </FailedDelivery>
      );
    case 'received':
      return <span className={styles.quiet}>{wordInstant(phase.arrival.receivedAt, group, translator)}</span>;
  }
}
