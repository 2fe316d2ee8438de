import * as fc from 'fast-check';

import { queryFromState, stateFromQuery, type WorkbenchState } from '../../../src/localsite/workbench/page/workbenchState';

const states: fc.Arbitrary<WorkbenchState> = fc.record({
  user: fc.emailAddress(),
  lang: fc.constantFrom('ar', 'zh', 'en', 'fr', 'ru', 'es'),
  theme: fc.constantFrom('light', 'dark', 'contrast'),
  host: fc.constantFrom('sharepoint', 'teams', 'personal'),
  width: fc.constantFrom('full', 'narrow', 'phone'),
  mode: fc.constantFrom('read', 'edit'),
  part: fc.constantFrom('', 'contribution-5')
});

describe('The state in the address', () => {
  it('is read back as it was written', () => {
    fc.assert(fc.property(states, (state) => expect(stateFromQuery(queryFromState(state))).toEqual(state)));
  });

  it('falls back to the default for whatever an address leaves out or misspells', () => {
    const defaults = stateFromQuery('');
    expect(stateFromQuery('?lang=xx&theme=pink&host=&width=9')).toEqual(defaults);
  });

  it('is always one that the bar can show', () => {
    fc.assert(fc.property(fc.string(), (search) => expect(stateFromQuery(queryFromState(stateFromQuery(search)))).toEqual(stateFromQuery(search))));
  });

  it('keeps the address readable', () => {
    expect(queryFromState({ ...stateFromQuery(''), lang: 'fr' })).toContain('user=delegate.fr@example.org&lang=fr');
  });
});
