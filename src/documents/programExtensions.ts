/**
 * Endings of names that Windows, macOS or Office run when a file is opened: the list that Outlook blocks
 * ("Blocked attachments in Outlook"), reduced to programs, scripts, shortcuts and disk images.
 */
const PROGRAM_EXTENSIONS: ReadonlySet<string> = new Set([
  'ade', 'adp', 'app', 'appref-ms', 'appx', 'bas', 'bat', 'chm', 'cmd', 'com', 'cpl', 'dll', 'dmg', 'exe', 'gadget',
  'hta', 'img', 'inf', 'ins', 'iso', 'jar', 'js', 'jse', 'lnk', 'msc', 'msi', 'msp', 'mst', 'pif', 'ps1', 'psm1', 'py',
  'reg', 'scf', 'scr', 'sct', 'sh', 'url', 'vb', 'vbe', 'vbs', 'vhd', 'vhdx', 'ws', 'wsc', 'wsf', 'wsh', 'xbap', 'xll'
]);

/** The ending of a name in lower case without its dot; empty when there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).trim().toLowerCase();
}

/** Whether an ending (lower case, without dot) belongs to a program. */
export function isProgramExtension(extension: string): boolean {
  return PROGRAM_EXTENSIONS.has(extension);
}

/** Whether a name ends like a program's. */
export function hasProgramExtension(name: string): boolean {
  return isProgramExtension(extensionOf(name));
}
