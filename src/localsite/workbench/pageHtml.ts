import { workbenchPath } from './moduleCatalog';

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function htmlPage(title: string, head: string, body: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapeHtml(title)}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${workbenchPath}/workbench.css">
    ${head}
  </head>
  <body>
    ${body}
  </body>
</html>
`;
}

/** The page that hosts the web part. Its settings are attributes, because inline script is forbidden. */
export function workbenchHtml(sitePath: string): string {
  return htmlPage(
    'Contribution Desk, local workbench',
    `<script src="${workbenchPath}/packages/requirejs/require.js" defer></script>
    <script src="${workbenchPath}/page.js" defer></script>`,
    `<div id="workbench" data-site-path="${escapeHtml(sitePath)}"></div>`
  );
}

/** The page shown instead when there is nothing to host; the message says what to do. */
export function problemHtml(message: string): string {
  return htmlPage(
    'Local workbench: no web part',
    '',
    `<main class="problem-page">
      <h1>There is no web part to show</h1>
      <p role="alert">${escapeHtml(message)}</p>
    </main>`
  );
}
