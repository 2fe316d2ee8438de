import type { MessagingExtensionResponse } from 'botbuilder';
import { translatorFor } from '../../messages/allMessages';
import type { Language } from '../../rules/language';
import { SiteError, SiteNotSetUpError } from '../../site/errors';
import { extensionTurn } from './extensionSources';
import type { ExtensionSources } from './extensionSources';
import { inTime } from './inTime';
import { resultAttachment } from './previewCard';
import { searchContributions } from './searchContributions';
import { searchIn } from './searchQuery';

/** The results of a search from the compose box, or one sentence when there are none or the site cannot be asked. */
export async function answerSearch(value: unknown, sources: ExtensionSources, language: Language): Promise<MessagingExtensionResponse> {
  return inTime(results(value, sources, language), () => sentence(translatorFor(language).t('bot.extension.slow')));
}

async function results(value: unknown, sources: ExtensionSources, language: Language): Promise<MessagingExtensionResponse> {
  const translator = translatorFor(language);
  try {
    const turn = await extensionTurn(sources, language);
    const { skip, count, ...query } = searchIn(value, turn.context.group);
    const found = await searchContributions(query, { skip, count }, sources.site.contributions, turn);
    // A sentence after the last page would take the place of the pages before.
    return found.length === 0 && skip === 0
      ? sentence(translator.t('bot.extension.nothing'))
      : { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: found.map((each) => resultAttachment(each, turn.context)) } };
  } catch (error) {
    if (!(error instanceof SiteError)) {
      throw error;
    }
    sources.onSiteTrouble(error);
    return sentence(translator.t(error instanceof SiteNotSetUpError ? 'bot.trouble.notSetUp' : 'bot.trouble.site'));
  }
}

function sentence(text: string): MessagingExtensionResponse {
  return { composeExtension: { type: 'message', text } };
}
