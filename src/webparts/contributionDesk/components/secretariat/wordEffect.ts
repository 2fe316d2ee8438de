import type { WebPartKey } from '../../../../messages/loadMessages';
import type { SecretariatKey } from '../../../../messages/loadSecretariat';
import type { Translator } from '../../../../messages/translator';
import type { ActionKind } from './actionKinds';
import type { Dossier } from './dossier';

/** What an action will do with a document, in a sentence, said before it is confirmed. */
export function wordEffect(kind: ActionKind, { contribution, question }: Dossier, translator: Translator<WebPartKey>, words: Translator<SecretariatKey>): string {
  const { docNumber, partKind, purpose } = contribution;
  const isShared = partKind === 'languageVersion' || partKind === 'replacement';
  switch (kind) {
    case 'number':
      return words.t(partKind === undefined ? 'effect.number' : 'effect.number.part');
    case 'accept':
      return words.t(partKind === 'replacement' ? 'effect.accept.replacement' : 'effect.accept');
    case 'publish':
      return words.t(docNumber === undefined && !isShared ? 'effect.publish.unnumbered' : 'effect.publish');
    case 'admit':
      return words.t(purpose === 'information' ? 'effect.admit.information' : 'effect.admit');
    case 'keep':
    case 'apply':
      return words.t(`effect.${kind}`, {
        before: question === undefined ? '' : translator.t(`standing.${question.before}`),
        after: translator.t(`standing.${question?.after ?? 'held'}`)
      });
    default:
      return words.t(`effect.${kind}`);
  }
}
