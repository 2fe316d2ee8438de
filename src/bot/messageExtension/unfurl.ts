import type { MessagingExtensionResponse } from 'botbuilder';
import * as v from 'valibot';
import type { Language } from '../../rules/language';
import type { Contribution } from '../../site/contribution';
import type { DeskSite } from '../../site/deskSite';
import { targetOfQuery } from '../../site/deskTarget';
import { SiteError } from '../../site/errors';
import { deskPage } from '../cards/deskLink';
import type { ExtensionSources } from './extensionSources';
import { inTime } from './inTime';
import { documentCard, resultAttachment } from './previewCard';
import { isShownTo } from './visibility';

/** A link of this length is none of ours. */
const LONGEST_LINK = 4000;

const linkSchema = v.object({ url: v.pipe(v.string(), v.maxLength(LONGEST_LINK)) });

/** Clients show unfurled links with this version of cards at most. */
const CARD_VERSION = '1.3';

/** Nothing is unfurled: the link stays a link. */
const NO_ANSWER: MessagingExtensionResponse = {};

/**
 * The card for a link that a person pastes into the compose box: to a document in the library, or to a contribution in
 * the desk. There is no answer for any other link, for a document that the person may not put into a message, and when
 * the site does not answer in time; the link is then pasted as it is.
 *
 * Teams would keep the answer for half an hour, and not only for the one who pasted the link; it is told not to,
 * because a person's own unpublished document is not another's to see, and a document that is published should be shown
 * as such at once. Source: Microsoft Teams documentation, "Link unfurling".
 */
export async function unfurl(value: unknown, sources: ExtensionSources, language: Language): Promise<MessagingExtensionResponse> {
  const link = v.safeParse(linkSchema, value);
  return link.success ? inTime(cardFor(link.output.url, sources, language), () => NO_ANSWER) : NO_ANSWER;
}

async function cardFor(url: string, sources: ExtensionSources, language: Language): Promise<MessagingExtensionResponse> {
  try {
    const context = await sources.context(language);
    const contribution = await contributionAt(url, sources.site.contributions, context.deskUrl);
    // Links to other places of the same host come here too: who pasted them is asked only where it matters.
    if (contribution === undefined || !(isShownTo(contribution, undefined) || isShownTo(contribution, await sources.sender()))) {
      return NO_ANSWER;
    }
    const { card, summary } = documentCard(contribution, context);
    return {
      composeExtension: {
        type: 'result',
        attachmentLayout: 'list',
        attachments: [resultAttachment(contribution, context, { summary, card: { ...card, version: CARD_VERSION } })],
        suggestedActions: { actions: [{ type: 'setCachePolicy', title: '', value: JSON.stringify({ type: 'no-cache' }) }] }
      }
    };
  } catch (error) {
    if (!(error instanceof SiteError)) {
      throw error;
    }
    sources.onSiteTrouble(error);
    return NO_ANSWER;
  }
}

async function contributionAt(url: string, contributions: DeskSite['contributions'], deskUrl: string): Promise<Contribution | undefined> {
  const target = targetIn(url, deskPage(deskUrl));
  if (target !== undefined) {
    return contributions.get(target);
  }
  return contributions.atAddress(url);
}

/** The contribution that a link into the desk's page names, after `?` or, as people and mail programs write it, after `#`. */
function targetIn(url: string, page: string): number | undefined {
  if (!URL.canParse(url)) {
    return undefined;
  }
  const [{ origin, pathname, search, hash }, desk] = [new URL(url), new URL(page)];
  if (origin !== desk.origin || pathname.toLowerCase().replace(/\/$/, '') !== desk.pathname.toLowerCase().replace(/\/$/, '')) {
    return undefined;
  }
  const target = targetOfQuery(search) ?? targetOfQuery(hash.replace(/^#\/?\??/, '?'));
  return target?.kind === 'contribution' ? target.id : undefined;
}
