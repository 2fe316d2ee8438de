import type { MessageKey } from '../../messages/allMessages';
import { wordDate } from '../../messages/dates';
import type { Translator } from '../../messages/translator';
import { REGIONS } from '../../rules/participation';
import type { Region } from '../../rules/participation';
import type { Delegation } from '../../site/delegations';
import type { Office } from '../../site/offices';
import { commandButton } from './cardCommand';
import { deskCard, factRows, openDeskButton } from './deskCard';
import type { DeskCard, Fact } from './deskCard';
import { wordList } from './languageRows';

/** Who stands for a region. */
export interface RegionOffices {
  readonly region: Region;
  /** The delegations that carry the name of a coordinator; as a rule one, the regional organization. */
  readonly coordinators: readonly Delegation[];
  readonly viceChairs: readonly Office[];
}

/** Who coordinates one region. */
export function coordinatorCard({ region, coordinators, viceChairs }: RegionOffices, deskUrl: string, translator: Translator<MessageKey>): DeskCard {
  const name = translator.t(`region.${region}`);
  const sentence =
    coordinators.length === 0
      ? translator.t('bot.answer.coordinator.notNamed', { region: name })
      : translator.t('bot.answer.coordinator.named', { region: name, coordinator: namesOf(coordinators, translator) });
  return deskCard(
    sentence,
    factRows([
      ...coordinators.map((delegation) => coordinatorFact(delegation, translator)),
      ...viceChairs.map(({ title }, index) => ({ label: index === 0 ? translator.t('region.viceChairs') : '', value: title }))
    ]),
    [commandButton(translator.t('bot.answer.ask.coordinator'), { command: 'coordinator' }, translator.language), openDeskButton(deskUrl, translator)],
    translator
  );
}

/** Who coordinates each region, as far as they are named, with a button for each region. */
export function coordinatorsCard(regions: readonly RegionOffices[], translator: Translator<MessageKey>): DeskCard {
  const named = regions.filter(({ coordinators }) => coordinators.length > 0).length;
  return deskCard(
    translator.t('bot.answer.coordinator.all', { named, regions: REGIONS.length }),
    factRows(
      regions.map(({ region, coordinators }) => ({
        label: translator.t(`region.${region}`),
        value: coordinators.length === 0 ? translator.t('bot.answer.coordinator.none') : namesOf(coordinators, translator)
      }))
    ),
    regions.map(({ region }) => commandButton(translator.t(`region.${region}`), { command: 'coordinator', region }, translator.language)),
    translator
  );
}

function namesOf(coordinators: readonly Delegation[], { language }: Translator<MessageKey>): string {
  return wordList(
    coordinators.flatMap(({ coordinator }) => coordinator ?? []),
    language
  );
}

/** Who is it, named by whom, since when and by which letter. */
function coordinatorFact({ name, coordinator = '', coordinatorSince, coordinatorLetter, regionalOrganization }: Delegation, translator: Translator<MessageKey>): Fact {
  const notes = [
    ...(coordinatorSince === undefined ? [] : [translator.t('region.since', { date: wordDate(coordinatorSince, translator.language) })]),
    ...(coordinatorLetter === undefined ? [] : [translator.t('region.letter', { letter: coordinatorLetter })])
  ];
  return {
    label: translator.t('region.coordinator', { organization: regionalOrganization ?? name }),
    value: coordinator,
    ...(notes.length === 0 ? {} : { note: notes.join(' · ') })
  };
}
