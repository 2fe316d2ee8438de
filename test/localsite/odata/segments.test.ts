import fc from 'fast-check';
import { argument, parseSegments } from '../../../src/localsite/odata/segments';

const none = new Map<string, string>();

describe('A REST path', () => {
  it('gives back any key that PnPjs encoded into it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (title, name) => {
        const encoded = (text: string): string => encodeURIComponent(text.replaceAll("'", "''"));
        const segments = parseSegments(`/web/lists/getByTitle('${encoded(title)}')/files('${encoded(name)}')/$value`, none);
        expect(segments.map((segment) => segment.name)).toEqual(['web', 'lists', 'getbytitle', 'files', '$value']);
        expect(argument(segments[2], 'title')).toBe(title);
        expect(argument(segments[3], 'url')).toBe(name);
      })
    );
  });

  it('reads named arguments in any order, GUIDs and numbers', () => {
    const [segment] = parseSegments("continueUpload(fileOffset=1048576,uploadId=guid'0f834b62-3be7-4d4c-a0f4-8ad9b9d51069')", none);
    expect(argument(segment, 'uploadId')).toBe('0f834b62-3be7-4d4c-a0f4-8ad9b9d51069');
    expect(argument(segment, 'fileOffset', 1)).toBe(1048576);
  });

  it('takes the values of aliases from the query', () => {
    const [segment] = parseSegments('checkin(comment=@a2,checkintype=@a3)', new Map([['@a2', "'it''s done'"], ['@a3', '1']]));
    expect(argument(segment, 'comment')).toBe("it's done");
    expect(argument(segment, 'checkintype', 1)).toBe(1);
  });

  it.each(["web/lists('a", 'web/lists(1', 'web/%E0%A4%A', 'checkin(comment=@missing)'])('refuses %s as a bad request', (path) => {
    expect(() => parseSegments(path, none)).toThrow(expect.objectContaining({ status: 400 }));
  });
});
