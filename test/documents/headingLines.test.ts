import fc from 'fast-check';

import type { DocumentLine, DocumentProperties } from '../../src/documents/documentProperties';
import { readHeading } from '../../src/documents/headingLines';

function heading(...texts: string[]): Omit<DocumentProperties, 'declaredLanguage'> {
  return readHeading(texts.map((text): DocumentLine => ({ text })));
}

describe('the heading of a contribution', () => {
  it.each([
    ['Source: Kenya', 'Title: Rural broadband', 'Agenda item: 4', 'For action'],
    ['Origine : Kenya', 'Titre : Rural broadband', "Point de l'ordre du jour : 4", 'Pour suite à donner'],
    ['Origen: Kenya', 'Título: Rural broadband', 'Punto del orden del día: 4', 'Para acción'],
    ['Источник: Kenya', 'Название: Rural broadband', 'Пункт повестки дня: 4', 'Для принятия мер'],
    ['来源：Kenya', '标题：Rural broadband', '议项：4', '供采取行动'],
    ['المصدر: Kenya', 'العنوان: Rural broadband', 'بند جدول الأعمال: 4', 'لاتخاذ إجراء']
  ])('is read in each language (%s)', (...lines) => {
    expect(heading(...lines)).toEqual({ source: 'Kenya', title: 'Rural broadband', agendaItem: '4', purpose: 'action' });
  });

  it('is read out of a table, whose cells come as lines', () => {
    expect(heading('SOURCE:', 'Kenya', 'TITLE:', 'Rural broadband')).toMatchObject({ source: 'Kenya', title: 'Rural broadband' });
  });

  it('leaves a field empty that the author left empty', () => {
    expect(heading('Source:', 'Title: Rural broadband').source).toBeUndefined();
  });

  it('is read by the styles of the templates where they write no label', () => {
    const styled = [
      { text: 'Kenya', style: 'Source' },
      { text: 'Rural broadband', style: 'Title1' }
    ];
    expect(readHeading(styled)).toMatchObject({ source: 'Kenya', title: 'Rural broadband' });
  });

  it('takes the purpose that is ticked, and none while the choice is open', () => {
    expect(heading('☐ For action ☒ For information').purpose).toBe('information');
    expect(heading('[x] For action [ ] For information').purpose).toBe('action');
    expect(heading('For action / for information').purpose).toBeUndefined();
  });

  it.each(['Liaison statement', 'Déclaration de liaison', 'Declaración de coordinación', 'Заявление о взаимодействии', '联络声明', 'بيان اتصال'])(
    'knows a liaison statement by “%s”',
    (text) => {
      expect(heading(text).purpose).toBe('liaison');
    }
  );

  it('does not take running text for a heading', () => {
    expect(heading('Sources of funding: several', 'Titles are given below', `${'For information on this see the annex. '.repeat(5)}`)).toEqual({});
  });

  it('never gives a value with invisible characters in it or over its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const { title = '' } = heading(`Title: ${text}`);
        expect(Array.from(title).length).toBeLessThanOrEqual(255);
        expect(title).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      })
    );
  });
});
