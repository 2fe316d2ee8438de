import type { Purpose } from '../../../rules/contribution';
import type { Language } from '../../../rules/language';

/** What a contribution is for, as people say it; patterns over the plain form, which has no marks on letters. */
const PURPOSES: Readonly<Record<Language, Readonly<Partial<Record<Purpose, RegExp>>>>> = {
  en: { information: /\bfor info(?:rmation)?\b|\binfo(?:rmation)? (?:doc|document|paper|contribution)/, action: /\bfor action\b/, liaison: /\bliaison\b/ },
  fr: { information: /\bpour info(?:rmation)?\b|a titre d'information/, action: /\bpour (?:suite a donner|action|decision)\b/, liaison: /\bliaison\b/ },
  es: { information: /\b(?:para|a titulo de|de) info(?:rmacion)?\b|informativ[oa]/, action: /\bpara (?:accion|adopcion de medidas|tomar medidas|decision)\b/, liaison: /\bcoordinacion\b|\benlace\b/ },
  ru: { information: /(?:для|к) (?:информации|сведени)|информационн/, action: /для (?:принятия мер|деистви|решени)/, liaison: /взаимодеистви/ },
  ar: { information: /للعلم|للاحاطه|للاحاطة|للمعلومات|اعلامي/, action: /لاتخاذ (?:اجراء|قرار)|للاجراء/, liaison: /اتصال/ },
  zh: { information: /参考|通报|信息类/, action: /采取行动|行动类|供行动/, liaison: /联络/ }
};

/** What a message says that a contribution is for. @param plain the message in its plain form */
export function purposeIn(plain: string, language: Language): Purpose | undefined {
  const { information, action, liaison } = PURPOSES[language];
  const found = [['information', information], ['action', action], ['liaison', liaison]] as const;
  return found.find(([, pattern]) => pattern !== undefined && plain.search(pattern) >= 0)?.[0];
}
