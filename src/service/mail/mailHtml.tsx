import * as React from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Language } from '../../rules/language';
import type { MailBlock, MailContent, MailFact, MailLink } from './mailContent';
import type { MailFooterLine } from './mailText';

/** What a page of mail is made from. */
export interface MailPage {
  readonly content: MailContent;
  readonly footer: readonly MailFooterLine[];
  readonly title: string;
  readonly language: Language;
  readonly direction: 'rtl' | 'ltr';
}

/**
 * Mail programs drop much of a style sheet, so what everybody needs stands on the elements; here is what only some
 * understand: the colours in the dark.
 */
const DARK = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    .page { background: #1f1f1f !important; color: #f5f5f5 !important; }
    .quiet, .quiet a { color: #c7c7c7 !important; }
    .rule { border-color: #525252 !important; }
    .button { background: #115ea3 !important; border-color: #115ea3 !important; color: #ffffff !important; }
  }
`;

const FONT = "'Segoe UI', 'Helvetica Neue', 'Noto Sans', 'Noto Sans Arabic', Arial, sans-serif";
const QUIET: React.CSSProperties = { color: '#5c5c5c', fontSize: 14, lineHeight: '20px' };
const CELL: React.CSSProperties = { padding: '8px 0', verticalAlign: 'top', textAlign: 'start', borderTop: '1px solid #e0e0e0' };

/**
 * A message as a page for mail programs: everything in it is text that is escaped, there are no images and nothing is
 * fetched from anywhere, so that reading it tells nobody anything.
 */
export function mailHtml(page: MailPage): string {
  return `<!DOCTYPE html>\n${renderToStaticMarkup(<Page {...page} />)}\n`;
}

function Page({ content: { heading, blocks, links }, footer, title, language, direction }: MailPage): React.ReactElement {
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style>{DARK}</style>
      </head>
      <body className="page" style={{ margin: 0, padding: 0, background: '#ffffff', color: '#242424' }}>
        {/* Programs that show mail among pages of their own take the page's language and direction from here. */}
        <div role="main" lang={language} dir={direction} style={{ maxWidth: 600, margin: '0 auto', padding: '24px 16px', overflowWrap: 'break-word', fontFamily: FONT, fontSize: 16, lineHeight: '24px' }}>
          <h1 style={{ margin: '0 0 4px', fontSize: 20, lineHeight: '28px', fontWeight: 600 }}>{heading}</h1>
          {blocks.map((block, index) => (
            <Block key={index} block={block} />
          ))}
          {links.map((link) => (
            <Button key={link.url} {...link} />
          ))}
          <div className="quiet rule" style={{ ...QUIET, marginTop: 24, paddingTop: 16, borderTop: '1px solid #e0e0e0' }}>
            {footer.map(({ text, url }) => (
              <p key={text} style={{ margin: '0 0 8px' }}>
                {url === undefined ? (
                  text
                ) : (
                  <a href={url} style={{ color: '#5c5c5c' }}>
                    {text}
                  </a>
                )}
              </p>
            ))}
          </div>
        </div>
      </body>
    </html>
  );
}

function Block({ block }: { readonly block: MailBlock }): React.ReactElement {
  if (block.kind === 'facts') {
    return <Facts facts={block.facts} />;
  }
  // A quiet line says more of what stands above it, so it keeps close to that.
  return (
    <p className={block.isQuiet ? 'quiet' : undefined} style={block.isQuiet ? { ...QUIET, margin: '0 0 16px' } : { margin: '0 0 4px' }}>
      {block.text}
    </p>
  );
}

function Facts({ facts }: { readonly facts: readonly MailFact[] }): React.ReactElement {
  return (
    <table cellPadding={0} cellSpacing={0} style={{ width: '100%', margin: '16px 0 8px', borderCollapse: 'collapse' }}>
      <tbody>
        {facts.map(({ label, value, note }, index) => (
          <tr key={index}>
            <th scope="row" className="rule" style={{ ...CELL, width: '34%', paddingInlineEnd: 16, fontWeight: 600 }}>
              {label}
            </th>
            <td className="rule" style={{ ...CELL, overflowWrap: 'anywhere' }}>
              {value}
              {note !== undefined && (
                <div className="quiet" style={QUIET}>
                  {note}
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Button({ title, url }: MailLink): React.ReactElement {
  return (
    <p style={{ margin: '24px 0 0' }}>
      <a
        href={url}
        className="button"
        style={{ display: 'inline-block', padding: '8px 20px', border: '1px solid #0f6cbd', borderRadius: 4, background: '#0f6cbd', color: '#ffffff', fontWeight: 600, textDecoration: 'none' }}
      >
        {title}
      </a>
    </p>
  );
}
