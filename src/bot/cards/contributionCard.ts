import type { MessageKey } from '../../messages/allMessages';
import type { Translator } from '../../messages/translator';
import type { Meeting } from '../../rules/meeting';
import type { WorkingGroup } from '../../rules/workingGroup';
import type { Contribution } from '../../site/contribution';
import { formFacts, problemFacts, problemsOf, standingFacts } from './contributionFacts';
import { deskCard, factRows, openDeskButton, openDocumentButton } from './deskCard';
import type { DeskCard } from './deskCard';
import { deskLink } from './deskLink';
import { documentName } from './documentName';

/**
 * The state of a contribution. It names the entity that the contribution comes from and no person: whoever asks the
 * bot need not be the one who sent it.
 * @param meeting the meeting that it is for, if it says so
 * @param sentence what to say first instead of the state
 */
export function contributionCard(
  contribution: Contribution,
  meeting: Meeting | undefined,
  group: WorkingGroup,
  deskUrl: string,
  translator: Translator<MessageKey>,
  sentence?: string
): DeskCard {
  const document = documentName(contribution, group, translator);
  return deskCard(
    sentence ?? translator.t(`bot.contribution.state.${contribution.docStatus ?? 'unchecked'}`, { document }),
    factRows([
      ...problemFacts(problemsOf(contribution, translator), translator),
      ...standingFacts(contribution, meeting, group, translator),
      ...formFacts(contribution, meeting, translator)
    ]),
    [
      openDocumentButton(contribution.url, translator),
      openDeskButton(deskLink(deskUrl, { kind: 'contribution', id: contribution.id }, contribution.title ?? contribution.fileName), translator)
    ],
    translator
  );
}
