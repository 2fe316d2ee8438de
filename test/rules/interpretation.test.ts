import { interpretationPhase, overrideOutcomes, proposeInterpretation } from '../../src/rules/interpretation';
import { tallyRequests } from '../../src/rules/languageRequest';
import { geneva, meeting } from '../support/meeting';
import { workingGroup } from '../support/workingGroup';

const group = workingGroup();
const askedByFive = ['Kenya', 'Senegal', 'Tunisia', 'France', 'Spain'].map((delegation) => ({
  meetingId: 2,
  language: 'fr' as const,
  delegation,
  status: 'active' as const,
  requestedAt: geneva('2020-08-01T10:00:00')
}));

function proposed(changes: Parameters<typeof meeting>[0] = {}): string[] {
  const about = meeting(changes);
  return proposeInterpretation(about, tallyRequests(askedByFive, about, group), group).map(({ language, isProvided, reason }) => `${language} ${isProvided ? 'yes' : 'no'} ${reason}`);
}

describe('the interpretation that the rules propose', () => {
  it('is by demand while nothing is known of the funds', () => {
    expect(proposed()).toEqual(['ar no belowThreshold', 'zh no belowThreshold', 'en yes always', 'fr yes demand', 'ru no belowThreshold', 'es no belowThreshold']);
  });

  it('is all languages with funds', () => {
    expect(proposed({ languageFunds: 'available' })).toEqual(['ar yes funded', 'zh yes funded', 'en yes always', 'fr yes funded', 'ru yes funded', 'es yes funded']);
  });

  it('is English only without funds, whatever the demand', () => {
    expect(proposed({ languageFunds: 'none' })).toEqual(['ar no noFunds', 'zh no noFunds', 'en yes always', 'fr no noFunds', 'ru no noFunds', 'es no noFunds']);
  });

  it('can be overridden language by language, but English stays', () => {
    const outcomes = overrideOutcomes(proposeInterpretation(meeting(), [], group), new Map([['fr', true], ['ru', false], ['en', false]] as const));
    expect(outcomes.filter(({ reason }) => reason === 'override')).toEqual([{ language: 'fr', isProvided: true, reason: 'override' }]);
    expect(outcomes.find(({ language }) => language === 'en')).toEqual({ language: 'en', isProvided: true, reason: 'always' });
  });
});

describe('the decision on interpretation', () => {
  const decision = { outcomes: [], funds: 'unknown', decidedAt: geneva('2020-08-20T10:00:00') } as const;

  it.each([
    ['collects requests until the last second of the deadline', undefined, '2020-08-17T23:59:59', 'collecting'],
    ['is to be taken from then on', undefined, '2020-08-18T00:00:00', 'toDecide'],
    ['is taken', decision, '2020-08-21T00:00:00', 'decided']
  ] as const)('%s', (_name, taken, at, phase) => {
    expect(interpretationPhase(meeting(), taken, group, geneva(at))).toBe(phase);
  });

  it('is reopened when the funds change', () => {
    expect(interpretationPhase(meeting({ languageFunds: 'none' }), decision, group, geneva('2020-08-21T00:00:00'))).toBe('reopened');
  });
});
