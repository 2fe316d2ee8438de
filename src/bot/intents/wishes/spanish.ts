import type { WishVocabulary } from './wishVocabulary';

/** How people speak of interpretation in Spanish. */
export const SPANISH: WishVocabulary = {
  language: 'es',
  names: { ar: ['árabe'], zh: ['chino', 'china', 'mandarín'], en: ['inglés', 'inglesa'], fr: ['francés', 'francesa'], ru: ['ruso', 'rusa'], es: ['español', 'española', 'castellano'] },
  traps: ['china necesita', 'república francesa', 'federación de rusia', 'delegación de china', 'delegación china', 'delegación francesa', 'delegación rusa', 'delegación española', 'liga árabe'],
  interpretation: ['interpretación*', 'interpretaciones', 'intérprete*', 'interpretar*', 'interpretad*'],
  translation: ['traducción*', 'traductor*', 'traducir', 'traducid*'],
  languages: ['idioma*', 'lengua*'],
  document: ['documento*', 'contribución*', 'contribuciones', 'versión*', 'informe*', 'archivo*', 'propuesta*', 'texto*', 'publica*'],
  speaking: ['hablo', 'habla', 'hablas', 'hablamos', 'hablar', 'contest*', 'respond*', 'respuesta*', 'escrib*', 'decir', 'di', 'leer', 'entiend*'],
  ask: [
    'necesito', 'necesita', 'necesitamos', 'necesitaríamos', 'necesitaremos', 'necesitan', 'requiere', 'requerimos', 'solicito', 'solicita', 'solicitamos', 'quiero', 'queremos', 'quisiera', 'quisiéramos', 'pido', 'pide', 'pedimos',
    'gustaría', 'desea*', 'precisa', 'precisamos', 'por favor', 'hace falta', 'nos haría falta', 'rogamos', 'necesario', 'necesaria', 'querríamos', 'apúnt*', 'inscrib*'
  ],
  withdraw: ['retir*', 'anul*', 'cancel*', 'renunci*', 'revoc*', 'suprim*'],
  noLonger: ['ya no', 'no * más'],
  negation: ['no', 'sin', 'ni', 'ningún', 'ninguna', 'nunca', 'tampoco', 'innecesari*', 'en lugar de', 'en vez de', 'salvo'],
  doubt: [
    'quizás', 'quizá', 'tal vez', 'a lo mejor', 'posiblemente', 'probablemente', 'puede que', 'podríamos', 'podría', 'si', 'en caso',
    'creo que'
  ],
  past: ['ya pedimos', 'ya solicitamos', 'ya hemos', 'hemos pedido', 'hemos solicitado', 'ayer', 'pedí', 'solicité', 'habíamos'],
  contrast: ['sino', 'pero', 'en lugar', 'en vez', 'solamente', 'solo'],
  question: ['cuántos', 'cuántas', 'quién', 'quiénes', 'qué', 'hay', 'habrá', 'cuándo', 'dónde', 'cuál', 'cuáles', 'se puede', 'podemos', 'puedes', 'pueden', 'saber si'],
  opening: [],
  state: ['cuántos', 'cuántas', 'quién', 'quiénes', 'qué', 'cuál', 'cuáles', 'hay', 'habrá', 'disponible*', 'ofrecerá*', 'se ofrece', 'estará*', 'decidid*', 'decidió', 'decisión', 'estado', 'umbral', 'suficientes', 'saber si', 'está', 'será', 'previst*'],
  deadline: ['hasta cuándo', 'fecha límite', 'plazo*', 'último día', 'hasta qué fecha', 'cuánto tiempo', 'cuántos días', 'antes de qué fecha', 'cuándo vence', 'demasiado tarde'],
  next: ['próximo', 'próxima', 'siguiente'],
  ordinals: [['primera', 'primer'], ['segunda'], ['tercera'], ['cuarta'], ['quinta']],
  common: ['el', 'la', 'los', 'las', 'de', 'del', 'al', 'nos', 'me', 'en', 'para', 'por', 'y', 'se', 'nuestra', 'nuestro', 'un', 'una', 'ya', 'han', 'reunión', 'delegación', 'delegaciones', 'a']
};
