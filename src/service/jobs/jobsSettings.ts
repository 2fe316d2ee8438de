/** Where the jobs of several services are kept: a storage account, by its connection string or by its address and the service's own identity. */
export type JobsSettings = { readonly connectionString: string } | { readonly queueUrl: string };

/** Whether a text may be the connection string of a storage account with queues and blobs. */
export function isConnectionString(text: string): boolean {
  const names = new Set(text.split(';').map((part) => part.split('=')[0].trim().toLowerCase()));
  return names.has('usedevelopmentstorage') || names.has('accountname') || (names.has('queueendpoint') && names.has('blobendpoint'));
}

/** Whether a text is the address of a storage account's queues. */
export function isQueueUrl(text: string): boolean {
  return URL.canParse(text) && /^https:\/\/[^/]+\.queue\.[^/]+\/?$/.test(text);
}

/** The address of the same account's blobs. */
export function blobUrlOf(queueUrl: string): string {
  return queueUrl.replace('.queue.', '.blob.');
}
