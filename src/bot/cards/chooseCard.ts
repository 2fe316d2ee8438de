import type { MessageKey } from '../../messages/allMessages';
import type { Translator } from '../../messages/translator';
import type { WorkingGroup } from '../../rules/workingGroup';
import type { Contribution } from '../../site/contribution';
import { commandButton } from './cardCommand';
import { deskCard, openDeskButton } from './deskCard';
import type { DeskCard } from './deskCard';
import { documentName } from './documentName';

/** How many contributions a card offers: with the button to the desk they fill the six buttons that Teams shows. */
export const MOST_CHOICES = 5;

/** Several contributions to choose from, one button each. */
export function chooseCard(
  sentence: string,
  contributions: readonly Contribution[],
  group: WorkingGroup,
  deskUrl: string,
  translator: Translator<MessageKey>
): DeskCard {
  return deskCard(
    sentence,
    [],
    [
      ...contributions
        .slice(0, MOST_CHOICES)
        .map((contribution) =>
          commandButton(documentName(contribution, group, translator), { command: 'contribution', id: contribution.id }, translator.language)
        ),
      openDeskButton(deskUrl, translator)
    ],
    translator
  );
}

/** A sentence that stands alone, with the way to the desk: nothing found, or trouble. */
export function messageCard(sentence: string, deskUrl: string, translator: Translator<MessageKey>): DeskCard {
  return deskCard(sentence, [], [openDeskButton(deskUrl, translator)], translator);
}
