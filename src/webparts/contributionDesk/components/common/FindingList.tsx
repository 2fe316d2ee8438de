import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import type { Finding } from '../../../../documents/findings';
import { loadFindings } from '../../../../messages/loadFindings';
import { createTranslator } from '../../../../messages/translator';
import { useLoaded } from '../../hooks/useLoaded';
import { useDesk } from '../deskContext';
import { SiteProblem } from './SiteProblem';
import { wordFinding } from './wordFinding';

const styles = mergeStyleSets({
  list: { margin: 0, paddingInlineStart: 20, display: 'grid', gap: 4, overflowWrap: 'anywhere', selectors: { 'li:only-child': { listStyle: 'none', marginInlineStart: -20 } } }
});

/** What was found in a document, each in a sentence that says what to do. Its sentences are fetched on demand. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }): React.ReactElement {
  const { translator } = useDesk();
  const { language } = translator;
  const load = React.useCallback(async () => createTranslator(language, await loadFindings(language)), [language]);
  const sentences = useLoaded(load);
  if (sentences.status === 'failed') {
    return <SiteProblem error={sentences.error} translator={translator} onRetry={sentences.retry} />;
  }
  return (
    <ul className={styles.list}>
      {sentences.status === 'ready' && findings.flatMap((finding) => wordFinding(finding, sentences.value) ?? []).map((sentence) => <li key={sentence}>{sentence}</li>)}
    </ul>
  );
}
