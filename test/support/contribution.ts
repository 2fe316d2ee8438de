import { Temporal } from 'temporal-polyfill';
import type { Contribution } from '../../src/site/contribution';

/** A complete contribution for the second meeting that arrived in time to be translated; or one like it. */
export function contribution(changes: Partial<Contribution> = {}): Contribution {
  const createdAt = Temporal.Instant.from('2020-08-10T08:00:00Z');
  const person = { id: 7, name: 'Delegation of Kenya', email: 'delegate.ke@example.org' };
  return {
    id: 1,
    etag: '"1"',
    uniqueId: '2f5b1f2e-8a52-4f4e-9c0a-000000000001',
    fileName: 'connectivity.docx',
    fileRef: '/sites/tdag-wg-sop/Contributions/connectivity.docx',
    url: 'https://example.org/sites/tdag-wg-sop/Contributions/connectivity.docx',
    size: 1024,
    contentTag: '{1},1,1',
    title: 'Connectivity in rural areas',
    meetingId: 2,
    source: 'Kenya',
    originalLanguage: 'en',
    purpose: 'action',
    suppliedLanguages: [],
    createdAt,
    modifiedAt: createdAt,
    createdBy: person,
    modifiedBy: person,
    ...changes
  };
}
