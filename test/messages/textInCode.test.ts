import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as ts from 'typescript';

const root = join(__dirname, '../..');

/** Attributes whose texts people read or hear. */
const READ_ATTRIBUTES = new Set(['label', 'title', 'placeholder', 'alt', 'text', 'headerText', 'aria-label', 'ariaLabel', 'description', 'errorMessage']);

/** A sentence or a label of several words, rather than a style, a key or a name. */
const SENTENCE = /^\p{Lu}\p{Ll}+( \p{Ll}+)+/u;

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesOf(path) : /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

/** Errors speak to developers and logs; a person is told what `error.<kind>` of the catalogue says. */
function isInError(node: ts.Node): boolean {
  for (let parent = node.parent; parent !== undefined; parent = parent.parent) {
    if (ts.isNewExpression(parent) && /Error$/.test(parent.expression.getText())) {
      return true;
    }
    if (ts.isCallExpression(parent) && parent.expression.getText() === 'super') {
      return true;
    }
  }
  return false;
}

/** The texts in a source that people would read although they stand in no catalogue. */
function textsIn(path: string, code = readFileSync(path, 'utf8')): string[] {
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.ES2022, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isReadAttribute =
      ts.isJsxAttribute(node) && READ_ATTRIBUTES.has(node.name.getText()) && node.initializer !== undefined && ts.isStringLiteral(node.initializer) && /\p{L}/u.test(node.initializer.text);
    const isText = ts.isJsxText(node) && /\p{L}/u.test(node.text);
    const isSentence = ts.isStringLiteralLike(node) && !ts.isImportDeclaration(node.parent) && SENTENCE.test(node.text) && !isInError(node);
    if (isReadAttribute || isText || isSentence) {
      found.push(`${relative(root, path)}: ${node.getText().trim()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('texts that people read', () => {
  it('stand in the catalogue and not in the code of the web part, the bot or the wording', () => {
    const files = ['src/webparts', 'src/bot', 'src/messages'].flatMap((folder) => filesOf(join(root, folder)));
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap((file) => textsIn(file))).toEqual([]);
  });

  it('would be found there', () => {
    const code = "const a = <p title='Something'>Left here <b>{x ? 'Nothing was found' : t('key.name')}</b></p>; throw new SiteError('notFound', 'Document is gone');";
    expect(textsIn(join(root, 'example.tsx'), code)).toEqual(["example.tsx: title='Something'", 'example.tsx: Left here', "example.tsx: 'Nothing was found'"]);
  });
});
