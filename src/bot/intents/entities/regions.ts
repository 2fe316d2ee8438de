import type { Language } from '../../../rules/language';
import type { Region } from '../../../rules/participation';
import { phrasePattern } from '../wishes/phrases';
import type { WishVocabulary } from '../wishes/wishVocabulary';

/**
 * The six regions and the regional telecommunication organizations that may name their coordinators, as they are
 * called in the six languages. A `*` stands for any ending; the first that fits is taken.
 */
const REGION_NAMES: readonly (readonly [Region, readonly string[]])[] = [
  ['cis', ['cis', 'rcc', 'commonwealth of independent states', 'cei', 'crc', 'communaute des etats independants', 'comunidad de estados independientes', 'снг', 'рсс', 'содружеств* независимых государств', 'رابطة الدول المستقلة', 'كومنولث الدول المستقلة', '独联体', '独立国家联合体', '区域通信联合体']],
  ['arabStates', ['arab states', 'arab region', 'arab league', 'league of arab states', 'arab countries', 'las', 'etats arabes', 'region arabe', 'ligue des etats arabes', 'ligue arabe', 'pays arabes', 'lea', 'estados arabes', 'region arabe', 'liga de los estados arabes', 'liga arabe', 'paises arabes', 'арабск* государств*', 'арабск* стран*', 'арабск* регион*', 'лиг* арабских государств', 'лаг', 'الدول العربية', 'المنطقة العربية', 'جامعة الدول العربية', 'البلدان العربية', '阿拉伯国家', '阿拉伯国家联盟', '阿盟', '阿拉伯地区', '阿拉伯区域']],
  ['asiaPacific', ['asia pacific', 'asia-pacific', 'asia and the pacific', 'asia', 'apt', 'asie pacifique', 'asie-pacifique', 'asie', 'asia pacifico', 'asia y el pacifico', 'asia-pacifico', 'азиатско-тихоокеанск*', 'азии', 'азия', 'атр', 'атсэ', 'اسيا والمحيط الهادي', 'اسيا', '亚太', '亚洲']],
  ['americas', ['america*', 'citel', 'amerique*', 'latin america', 'америк*', 'сител', 'الامريكتين', 'امريكا', 'الاميركتين', 'الامريكيتين', 'سيتل', '美洲']],
  ['africa', ['africa', 'african', 'atu', 'uat', 'afrique', 'africain*', 'africano*', 'африк*', 'африканск*', 'асэ', 'افريقيا', 'الافريقي*', '非洲', '非盟']],
  ['europe', ['europe', 'european', 'cept', 'europa', 'europeen*', 'europeo*', 'европ*', 'септ', 'اوروبا', 'اوربا', 'الاوروبي*', '欧洲']]
];

/** Short names that are words of a language's everyday speech: no Spanish sentence does without "las". */
const EVERYDAY_WORDS: Readonly<Partial<Record<Language, readonly string[]>>> = { es: ['las'], fr: ['las', 'lea'], en: ['lea'] };

function namesIn(names: readonly string[], { language }: Pick<WishVocabulary, 'language'>): string[] {
  const everyday = EVERYDAY_WORDS[language] ?? [];
  return names.filter((name) => !everyday.includes(name));
}

/** The region that a message names, itself or by its organization. @param plain the message in its plain form */
export function regionIn(plain: string, vocabulary: WishVocabulary): Region | undefined {
  return REGION_NAMES.find(([, names]) => namesIn(names, vocabulary).some((name) => plain.search(phrasePattern(name, vocabulary)) >= 0))?.[0];
}

/** Puts a mark in the place of every region or regional organization that a message names. */
export function markRegions(plain: string, vocabulary: WishVocabulary, mark: string): string {
  const names = REGION_NAMES.flatMap(([, each]) => namesIn(each, vocabulary)).sort((a, b) => b.length - a.length);
  return names.reduce((left, name) => left.replace(phrasePattern(name, vocabulary), ` ${mark} `), plain);
}
