import * as fc from 'fast-check';
import { pageAddress, subPageOf, targetOfQuery, targetOfSubPage } from '../../src/site/deskTarget';
import type { DeskTarget } from '../../src/site/deskTarget';

const targets: fc.Arbitrary<DeskTarget> = fc.record({ kind: fc.constantFrom('meeting', 'contribution'), id: fc.integer({ min: 1, max: 2_147_483_647 }) });
const desk = 'https://example.sharepoint.com/sites/tdag-wg-sop/SitePages/Desk.aspx';

describe('a place in the desk', () => {
  it('is read back from the address of its page and from what Teams calls it', () => {
    fc.assert(
      fc.property(targets, (target) => {
        expect(targetOfQuery(new URL(pageAddress(desk, target)).search)).toEqual(target);
        expect(targetOfSubPage(subPageOf(target))).toEqual(target);
      })
    );
  });

  it('is named as other tools name it', () => {
    expect(pageAddress(desk, { kind: 'contribution', id: 5 })).toBe(`${desk}?contribution=5`);
    expect(subPageOf({ kind: 'meeting', id: 2 })).toBe('meeting-2');
  });

  it('takes the place of another one in an address and leaves the rest of it', () => {
    expect(pageAddress(`${desk}?env=WebView&meeting=2`, { kind: 'contribution', id: 5 })).toBe(`${desk}?env=WebView&contribution=5`);
  });

  it('leaves words of a query without values as they are', () => {
    expect(pageAddress(`${desk}?teams&personal&dest=a%20b`, { kind: 'meeting', id: 2 })).toBe(`${desk}?teams&personal&dest=a%20b&meeting=2`);
  });

  it.each(['', '?contribution=', '?contribution=0', '?contribution=-5', '?contribution=5.5', '?meeting=two', '?meeting=99999999999'])('is not named by the query %p', (search) => {
    expect(targetOfQuery(search)).toBeUndefined();
  });

  it.each([undefined, '', 'contribution', 'contribution-', 'contribution-x', 'person-5', ' contribution-5'])('is not named by the part %p of a tab', (subPageId) => {
    expect(targetOfSubPage(subPageId)).toBeUndefined();
  });

  it('is the contribution where a link names its meeting as well', () => {
    expect(targetOfQuery('?meeting=2&contribution=5')).toEqual({ kind: 'contribution', id: 5 });
  });
});
