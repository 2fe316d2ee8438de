import type { Bench } from './runBench';

/** All benches, in the order of the table, at a size that lets all of them run in half an hour; the folders' READMEs have the larger ones. */
export const BENCHES: readonly Bench[] = [
  { name: 'rules', script: 'bench/rules/rules.ts' },
  { name: 'understanding', script: 'bench/bot/understanding.ts', settings: ['--approaches', 'baseline'] },
  { name: 'replies', script: 'bench/bot/replyTime.ts' },
  { name: 'changes', script: 'bench/service/changes.ts', settings: ['--documents', '10000'] },
  { name: 'reconciliation', script: 'bench/service/reconciliation.ts', settings: ['--documents', '20000'] },
  { name: 'large documents', script: 'bench/service/largeDocuments.ts' },
  { name: 'fan-out', script: 'bench/service/fanOut.ts', settings: ['--channels', '1000'] },
  { name: 'first view', script: 'bench/webparts/firstView.ts', usesBuild: true },
  { name: 'library', script: 'bench/webparts/openLibrary.ts', usesBuild: true },
  { name: 'provisioning', script: 'bench/provisioning/provisioning.ts' },
  { name: 'documents', script: 'bench/documents/checkDocument.ts' },
  { name: 'languages', script: 'bench/documents/detectLanguage.ts' }
];
