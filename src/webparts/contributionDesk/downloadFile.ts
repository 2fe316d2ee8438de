/** How long a browser may take until it has begun to read what it is to save. */
const READ_WITHIN_MILLISECONDS = 60_000;

/** Lets the browser save something that was made on the page, under a name. */
export function downloadFile(content: Blob, fileName: string): void {
  const url = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName });
  link.style.display = 'none';
  // SharePoint follows links on its pages by itself unless it is told not to.
  link.dataset.interception = 'off';
  document.body.append(link);
  link.click();
  link.remove();
  window.setTimeout(() => URL.revokeObjectURL(url), READ_WITHIN_MILLISECONDS);
}
