import { Temporal } from 'temporal-polyfill';
import { GroupFactsCache } from '../../src/bot/groupFacts';
import type { FactsSite } from '../../src/bot/groupFacts';
import type { FollowedList } from '../../src/site/followedLists';
import { workingGroup } from '../support/workingGroup';

describe('what is kept of the site', () => {
  let read: string[];
  let facts: GroupFactsCache;

  beforeEach(() => {
    read = [];
    const list = (name: string) => async (): Promise<never[]> => {
      read.push(name);
      return [];
    };
    // A clock that stands still: nothing is read again because of its age.
    const site = {
      clock: { now: () => Temporal.Instant.from('2020-08-10T07:00:00Z') },
      configuration: { read: async () => workingGroup() },
      meetings: { all: list('meetings') },
      delegations: { all: list('delegations') },
      offices: { all: list('offices') },
      languageRequests: { ofMeeting: list('languageRequests') },
      decisions: { ofMeeting: list('decisions') }
    };
    facts = new GroupFactsCache(site as unknown as FactsSite);
  });

  const readAll = (): Promise<unknown> => Promise.all([facts.read(), facts.delegations(), facts.offices(), facts.languagesOf(1)]);

  it.each<[FollowedList, string[]]>([
    ['meetings', ['meetings']],
    ['languageRequests', ['decisions', 'languageRequests']],
    ['decisions', ['decisions', 'languageRequests']],
    ['contributions', []],
    ['numbers', []]
  ])('is read again after a change of %s, and nothing else', async (changed, readAgain) => {
    await readAll();
    await readAll();
    expect(read.sort()).toEqual(['decisions', 'delegations', 'languageRequests', 'meetings', 'offices']);
    read = [];
    facts.changed(changed);
    await readAll();
    expect(read.sort()).toEqual(readAgain);
  });
});
