import type { TokenCredential } from '@azure/identity';
import type { JobsSettings } from './jobsSettings';

/**
 * Who the service is to a storage account that it knows by its address: its managed identity, or whatever else the environment
 * names, in the order of DefaultAzureCredential. It needs the roles Storage Queue Data Contributor and Storage Blob Data Contributor.
 * @returns undefined when a connection string signs in
 */
export async function storageCredential(jobs: JobsSettings | undefined): Promise<TokenCredential | undefined> {
  if (jobs === undefined || 'connectionString' in jobs) {
    return undefined;
  }
  // Loaded only where it is used; see the site's connection.
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new DefaultAzureCredential();
}
