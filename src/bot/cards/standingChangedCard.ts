import type { MessageKey } from '../../messages/allMessages';
import type { Translator } from '../../messages/translator';
import type { Standing } from '../../rules/contribution';
import type { Meeting } from '../../rules/meeting';
import type { WorkingGroup } from '../../rules/workingGroup';
import type { Contribution } from '../../site/contribution';
import { formFacts, standingFacts } from './contributionFacts';
import { deskCard, factRows, openDeskButton, openDocumentButton, paragraph } from './deskCard';
import type { DeskCard } from './deskCard';
import { documentName } from './documentName';

/** Why a standing changed: the meeting's dates or deadlines did, or the chair or the secretariat decided. */
export const STANDING_CAUSES = ['meeting', 'decision'] as const;
/** One of {@link STANDING_CAUSES}. */
export type StandingCause = (typeof STANDING_CAUSES)[number];

/** Tells an author that the standing of a document changed, and why. */
export function standingChangedCard(
  contribution: Contribution & { readonly standing: Standing },
  { before, cause }: { readonly before: Standing; readonly cause: StandingCause },
  meeting: Meeting | undefined,
  group: WorkingGroup,
  deskUrl: string,
  translator: Translator<MessageKey>
): DeskCard {
  const document = documentName(contribution, group, translator);
  return deskCard(
    translator.t('bot.notice.standing', { document, standing: translator.t(`standing.${contribution.standing}`) }),
    [
      paragraph(translator.t(`bot.notice.cause.${cause}`)),
      ...factRows([
        { label: translator.t('bot.notice.before'), value: translator.t(`standing.${before}`) },
        ...standingFacts(contribution, meeting, group, translator),
        ...formFacts(contribution, meeting, translator)
      ])
    ],
    [openDocumentButton(contribution.url, translator), openDeskButton(deskUrl, translator)],
    translator
  );
}
