/** A host with a name, e.g. `files.example.org`, or all hosts below one, e.g. `*.sharepoint.com`; no bare address. */
const HOST = /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;

/** Whether a text of the settings names where files may be: a host, then HTTPS only, or a whole origin. */
export function isFileHost(text: string): boolean {
  return HOST.test(text) || isOrigin(text);
}

/**
 * Whether a file may be fetched from an address, or put there. The addresses come with messages, and whoever writes
 * them must not be able to have the service ask something else, least of all within its own network.
 * @param hosts as {@link isFileHost} takes them
 */
export function isAllowedFileUrl(address: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(address)) {
    return false;
  }
  const { protocol, hostname, port, origin, username, password } = new URL(address);
  if (username !== '' || password !== '') {
    return false;
  }
  return hosts.some((host) => (isOrigin(host) ? origin === host : protocol === 'https:' && port === '' && fits(hostname, host)));
}

function fits(hostname: string, host: string): boolean {
  const wanted = host.toLowerCase();
  return wanted.startsWith('*.') ? hostname.endsWith(wanted.slice(1)) && hostname.length > wanted.length - 1 : hostname === wanted;
}

function isOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
