import { Temporal } from 'temporal-polyfill';
import { answerNextDeadline } from '../../../src/bot/answers/nextDeadline';
import { contributionCard } from '../../../src/bot/cards/contributionCard';
import type { DeskCard } from '../../../src/bot/cards/deskCard';
import { deskLink, teamsDeskLink } from '../../../src/bot/cards/deskLink';
import { translatorFor } from '../../../src/messages/allMessages';
import { contribution } from '../../support/contribution';
import { geneva, meeting } from '../../support/meeting';
import { workingGroup } from '../../support/workingGroup';

const page = 'https://example.sharepoint.com/sites/tdag-wg-sop';
const app = 'ffe25d5e-416a-4760-8488-57cd53ef1f49';
const translator = translatorFor('en');
const group = workingGroup();

/** Where the button "Open the desk" of a card leads. */
function deskButton({ card }: DeskCard): URL {
  const [button] = (card.actions ?? []).filter(({ title }) => title === translator.t('reminder.button.desk')) as { url?: string }[];
  return new URL(button.url ?? '');
}

describe('the link to a place in the desk', () => {
  it('leads to the page when the app has no id in Teams', () => {
    expect(deskLink(page, { kind: 'meeting', id: 2 }, 'Second meeting')).toBe(`${page}?meeting=2`);
  });

  it('leads into the tab otherwise, with the page for whoever has none', () => {
    const link = new URL(deskLink(teamsDeskLink(app, page), { kind: 'contribution', id: 5 }, 'Use of A + B'));
    expect(`${link.origin}${link.pathname}`).toBe(`https://teams.microsoft.com/l/entity/${app}/desk`);
    expect(Object.fromEntries(link.searchParams)).toEqual({
      webUrl: `${page}?contribution=5`,
      label: 'Use of A + B',
      context: '{"subEntityId":"contribution-5"}'
    });
    expect(link.search).not.toContain('+');
  });

  it('stands on the cards of a contribution and of a deadline', () => {
    const context = { group, meetings: [meeting({ id: 2 })], now: geneva('2020-08-10T09:00:00'), translator, deskUrl: teamsDeskLink(app, page) };
    expect(deskButton(answerNextDeadline('any', context)).searchParams.get('context')).toBe('{"subEntityId":"meeting-2"}');
    const document = contribution({ id: 5, docStatus: 'received', receivedAt: Temporal.Instant.from('2020-08-10T08:00:00Z') });
    expect(deskButton(contributionCard(document, context.meetings[0], group, context.deskUrl, translator)).searchParams.get('context')).toBe('{"subEntityId":"contribution-5"}');
    expect(deskButton(contributionCard(document, undefined, group, page, translator)).href).toBe(`${page}?contribution=5`);
  });
});
