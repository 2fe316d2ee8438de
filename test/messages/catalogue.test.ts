import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { localeOf } from '../../src/messages/locale';
import { LANGUAGES } from '../../src/rules/language';
import type { Language } from '../../src/rules/language';

const root = join(__dirname, '../..');
const folder = join(root, 'src/messages/catalogue');
const files = readdirSync(folder);
const areas = [...new Set(files.map((file) => file.split('.')[0]))];

function messages(area: string, language: Language): Record<string, string> {
  return JSON.parse(readFileSync(join(folder, `${area}.${language}.json`), 'utf8')) as Record<string, string>;
}

/** The placeholders of a message, in every branch of its plurals and selects. */
function placeholders(message: string, language: Language): string[] {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      node.forEach(visit);
    } else if (typeof node === 'object' && node !== null) {
      const element = node as { type?: number; value?: unknown; options?: Record<string, { value: unknown }> };
      if (element.type !== undefined && element.type > 0 && element.type < 7) {
        found.add(String(element.value));
      }
      Object.values(element.options ?? {}).forEach((option) => visit(option.value));
    }
  };
  visit(new IntlMessageFormat(message, localeOf(language), undefined, { ignoreTag: true }).getAst());
  return [...found].sort();
}

/** The categories that a language's plurals have, as Unicode has them. */
function pluralCategories(language: Language): string[] {
  return new Intl.PluralRules(localeOf(language)).resolvedOptions().pluralCategories;
}

function sourceText(path: string): string {
  return readdirSync(path, { withFileTypes: true })
    .map((entry) => {
      const full = join(path, entry.name);
      if (entry.isDirectory()) {
        return entry.name === 'catalogue' ? '' : sourceText(full);
      }
      return /\.tsx?$/.test(entry.name) ? readFileSync(full, 'utf8') : '';
    })
    .join('\n');
}

const source = sourceText(join(root, 'src'));

/** Literals with one changing part, such as `standing.${standing}.reason`, as patterns. */
const composed = [...source.matchAll(/`([a-zA-Z.]+\$\{[^`]*)`/g)].map(
  ([, literal]) => new RegExp(`^${literal.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[a-zA-Z0-9-]+')}$`)
);

describe('the message catalogue', () => {
  it('has a file for each area and language, and nothing else', () => {
    expect([...files].sort()).toEqual(areas.flatMap((area) => LANGUAGES.map((language) => `${area}.${language}.json`)).sort());
  });

  describe.each(areas)('%s', (area) => {
    const english = messages(area, 'en');

    it.each(LANGUAGES)('has the same keys in %s as in English', (language) => {
      expect(Object.keys(messages(area, language)).sort()).toEqual(Object.keys(english).sort());
    });

    it.each(LANGUAGES)('has the same placeholders in %s as in English', (language) => {
      const translated = messages(area, language);
      for (const [key, message] of Object.entries(english)) {
        expect([key, placeholders(translated[key], language)]).toEqual([key, placeholders(message, 'en')]);
      }
    });

    it.each(LANGUAGES)('has no empty text in %s', (language) => {
      expect(Object.entries(messages(area, language)).filter(([, text]) => text.trim() === '')).toEqual([]);
    });

    it.each(['ru', 'ar'] as const)('has every plural form of %s', (language) => {
      for (const [key, message] of Object.entries(messages(area, language))) {
        for (const [plural] of message.matchAll(/\{\w+, plural,[^]*?\}\s*\}/g)) {
          const missing = pluralCategories(language).filter((category) => category !== 'other' && !new RegExp(`\\b${category}\\s*\\{`).test(plural));
          const coveredByExactZero = missing.filter((category) => !(category === 'zero' && plural.includes('=0')));
          expect([key, coveredByExactZero]).toEqual([key, []]);
        }
      }
    });

    it('has no key that nothing uses', () => {
      const unused = Object.keys(english).filter((key) => !source.includes(`'${key}'`) && !composed.some((pattern) => pattern.test(key)));
      expect(unused).toEqual([]);
    });
  });
});
