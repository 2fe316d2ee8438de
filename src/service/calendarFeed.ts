import express from 'express';
import type { Response, Router } from 'express';
import type { Temporal } from 'temporal-polyfill';
import type { GroupFactsCache } from '../bot/groupFacts';
import { meetingCalendar } from '../exports/calendar';
import { translatorFor } from '../messages/allMessages';
import { isLanguage, LANGUAGES } from '../rules/language';
import type { Language } from '../rules/language';
import { SiteError } from '../site/errors';

/** Programs that follow a calendar look every few hours; those in between are answered by their caches. */
const FRESH_SECONDS = 900;

/** What the feed is made from. */
export interface CalendarFeedParts {
  readonly facts: Pick<GroupFactsCache, 'read'>;
  readonly deskUrl: string;
  now(): Temporal.Instant;
}

/**
 * The group's meetings and deadlines as a calendar that programs follow: `/calendar/en.ics`, one address a language; and
 * one meeting with its deadlines as a file to take over once: `/calendar/en/meeting-2.ics`.
 * Calendar programs cannot sign in, so the feed is open, and holds what the group's public page says anyway: titles and
 * dates. No documents, no people, no address to join.
 */
export function calendarFeed({ facts, deskUrl, now }: CalendarFeedParts): Router {
  const router = express.Router();
  const answer = async (response: Response, language: Language, meetingId?: number): Promise<void> => {
    try {
      const { group, meetings } = await facts.read();
      const wanted = meetingId === undefined ? meetings : meetings.filter(({ id }) => id === meetingId);
      if (meetingId !== undefined && wanted.length === 0) {
        response.status(404).type('text/plain').send('There is no such meeting.');
        return;
      }
      const calendar = meetingCalendar(wanted, { group, translator: translatorFor(language), at: now(), deskUrl });
      response.set('Cache-Control', `public, max-age=${FRESH_SECONDS}`).type('text/calendar; charset=utf-8').send(calendar);
    } catch (error) {
      if (!(error instanceof SiteError)) {
        throw error;
      }
      response.status(503).set('Retry-After', String(FRESH_SECONDS)).type('text/plain').send('The calendar cannot be made at the moment. Try again later.');
    }
  };
  router.get('/:name', async (request, response) => {
    const language = /^([a-z]{2})\.ics$/.exec(request.params.name)?.[1];
    await (isLanguage(language) ? answer(response, language) : refuse(response));
  });
  router.get('/:language/:name', async (request, response) => {
    const { language, name } = request.params;
    const meetingId = /^meeting-(\d{1,9})\.ics$/.exec(name)?.[1];
    await (isLanguage(language) && meetingId !== undefined ? answer(response, language, Number(meetingId)) : refuse(response));
  });
  return router;
}

function refuse(response: Response): void {
  response.status(404).type('text/plain').send(`There is no such calendar. Choose one of ${LANGUAGES.map((each) => `${each}.ics`).join(', ')}.`);
}
