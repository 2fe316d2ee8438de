import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { languageName } from '../../../../messages/locale';
import { wordSize } from '../../../../messages/size';
import type { Language } from '../../../../rules/language';
import { DefaultButton } from '../common/Button';
import { FindingList } from '../common/FindingList';
import { Icon } from '../common/Icon';
import { Notice } from '../common/Notice';
import { useDesk } from '../deskContext';
import { detailsFormStyles as forms } from './detailsForm.styles';
import { FilePicker } from './FilePicker';
import { SelectField } from './SelectField';
import type { LanguageVersion } from './submission';
import type { VersionActions } from './versionActions';
import { languageOf, languagesFor, versionFieldId } from './versionLanguages';

const styles = mergeStyleSets({
  section: { display: 'grid', gap: 8, justifyItems: 'start' },
  heading: { margin: 0, fontSize: 14, lineHeight: 20, fontWeight: 600 },
  hint: { margin: 0, fontSize: 12, lineHeight: 16, color: 'var(--desk-quiet)' },
  list: { listStyle: 'none', margin: 0, padding: 0, width: '100%', display: 'grid' },
  version: { display: 'grid', gap: 8, padding: '12px 0', borderTop: '1px solid var(--desk-line)' },
  file: { display: 'flex', gap: 8, alignItems: 'flex-start', fontSize: 14, lineHeight: 20, overflowWrap: 'anywhere', minWidth: 0 },
  size: { fontSize: 12, color: 'var(--desk-quiet)', whiteSpace: 'nowrap' },
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 260px) auto', justifyContent: 'start', gap: 12, alignItems: 'start' },
  /** In line with the field, whose label stands above it and whose problem may stand below. */
  besideField: { marginTop: 29 }
});

/** The author's own translations of the document in the form above. */
export interface LanguageVersionsProps {
  /** What the elements' ids begin with. */
  readonly id: string;
  readonly versions: readonly LanguageVersion[];
  /** The original's language. */
  readonly original: Language | undefined;
  readonly showsProblems: boolean;
  readonly actions: VersionActions;
}

/** Takes files in further languages and asks for the language of each. */
export function LanguageVersions({ id, versions, original, showsProblems, actions }: LanguageVersionsProps): React.ReactElement {
  const { translator } = useDesk();
  const picker = React.useRef<HTMLInputElement>(null);
  const section = React.useRef<HTMLElement>(null);
  const remove = (version: LanguageVersion): void => {
    actions.remove(version);
    section.current?.querySelector<HTMLElement>('button[data-add]')?.focus();
  };
  return (
    <section ref={section} className={styles.section} aria-labelledby={`${id}-versions`}>
      <h5 id={`${id}-versions`} className={styles.heading}>
        {translator.t('version.heading')}
      </h5>
      <p className={styles.hint}>{translator.t('version.hint')}</p>
      {versions.length > 0 && (
        <ul className={styles.list}>
          {versions.map((version) => {
            const { file, reading } = version;
            const language = languageOf(version, versions, original);
            const findings = reading.status === 'read' ? reading.findings.filter(({ severity }) => severity !== 'informs') : [];
            return (
              <li key={version.id} className={styles.version} data-reading={reading.status}>
                <div className={styles.file}>
                  <Icon name="document" />
                  <bdi>{file.name}</bdi>
                  <span className={styles.size}>{wordSize(file.size, translator.language)}</span>
                </div>
                <div className={styles.row}>
                  <SelectField
                    id={versionFieldId(version)}
                    label={translator.t('version.language', { fileName: file.name })}
                    shownLabel={translator.t('version.languageOf')}
                    placeholder={translator.t('form.choose')}
                    options={languagesFor(version, versions, original).map((value) => ({ value, text: languageName(value, translator.language) }))}
                    value={language}
                    error={showsProblems && language === undefined ? translator.t('version.missingLanguage') : undefined}
                    onChange={(chosen) => actions.chooseLanguage(version, chosen)}
                  />
                  <DefaultButton className={styles.besideField} text={translator.t('form.remove')} ariaLabel={translator.t('form.removeFile', { fileName: file.name })} onClick={() => remove(version)} />
                </div>
                {findings.length > 0 && (
                  <Notice tone="caution">
                    <FindingList findings={findings} />
                  </Notice>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <DefaultButton data-add className={forms.longButton} text={translator.t('version.add')} onClick={() => picker.current?.click()} />
      <FilePicker ref={picker} multiple onFiles={actions.add} />
    </section>
  );
}
