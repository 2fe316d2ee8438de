import type { Language } from '../../../rules/language';

/** How people speak of days around today in one language, as pieces of patterns over the plain form. */
export interface DayWords {
  /** Days by their distance from today; longer phrases first, because the first that fits is taken. */
  readonly relative: readonly (readonly [words: string, days: number])[];
  /** A number of days from now; the number is the first group. */
  readonly inDays: string;
  /** A number of days ago. */
  readonly daysAgo: string;
  /** Monday to Sunday. */
  readonly weekdays: readonly string[];
  /** What beside a day of the week means the one of the next or of the last week; `@` stands for the day. */
  readonly nextWeekday: string;
  readonly lastWeekday: string;
}

/**
 * Words for days. No library that was found knows them in Arabic, and the one that knows the other five takes "demasiado
 * tarde" for this afternoon and "après-demain" for tomorrow without a word; see bench/bot/README.md.
 */
export const DAY_WORDS: Readonly<Record<Language, DayWords>> = {
  en: {
    relative: [
      ['day after tomorrow', 2],
      ['day before yesterday', -2],
      ['tomorrow|tmrw|tomorow|tommorow|tommorrow', 1],
      ['yesterday|yestarday', -1],
      ['today|tonight|this (?:morning|afternoon|evening)', 0],
      ['next week|a week from now', 7],
      ['(?:the |this )?(?:last|past) (?:week|7 days|seven days)|a week ago|past week', -7],
      ['(?:the )?(?:last|past) month|a month ago', -30],
      ['(?:the )?(?:last|past) (?:two weeks|fortnight)|two weeks ago', -14]
    ],
    inDays: 'in (\\d{1,2}) days?',
    daysAgo: '(\\d{1,2}) days? ago|(?:last|past) (\\d{1,2}) days',
    weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
    nextWeekday: '(?:next|coming) @|@ next',
    lastWeekday: 'last @|past @'
  },
  fr: {
    relative: [
      ['apres[ -]demain', 2],
      ['avant[ -]hier', -2],
      ['demain', 1],
      ['hier', -1],
      ["aujourd ?'? ?hui|ajd|ce jour|ce soir|ce matin", 0],
      ['(?:la )?semaine prochaine', 7],
      ['(?:la )?(?:semaine (?:derniere|passee)|derniere semaine)|il y a une semaine', -7],
      ['(?:le )?mois (?:dernier|passe)|dernier mois|il y a un mois', -30],
      ['il y a (?:deux semaines|quinze jours)', -14]
    ],
    inDays: 'dans (\\d{1,2}) jours?',
    daysAgo: 'il y a (\\d{1,2}) jours?|(?:les )?(\\d{1,2}) derniers jours',
    weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
    nextWeekday: '@ (?:prochain|suivant|en huit)|prochain @',
    lastWeekday: '@ (?:dernier|passe)|dernier @'
  },
  es: {
    relative: [
      ['pasado manana', 2],
      ['anteayer|antes de ayer', -2],
      ['manana', 1],
      ['ayer', -1],
      ['hoy|esta tarde|esta noche', 0],
      ['(?:la )?(?:semana que viene|proxima semana|semana proxima)', 7],
      ['(?:la )?(?:semana pasada|ultima semana|semana anterior)|hace una semana', -7],
      ['(?:el )?(?:mes pasado|ultimo mes)|hace un mes', -30],
      ['hace (?:dos semanas|quince dias)', -14]
    ],
    inDays: '(?:en|dentro de) (\\d{1,2}) dias?',
    daysAgo: 'hace (\\d{1,2}) dias?|ultimos (\\d{1,2}) dias',
    weekdays: ['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo'],
    nextWeekday: '(?:proximo|siguiente) @|@ (?:que viene|proximo|siguiente)',
    lastWeekday: '(?:ultimo|pasado) @|@ pasado'
  },
  ru: {
    relative: [
      ['послезавтра', 2],
      ['позавчера(?:шнего)?(?: дня)?', -2],
      ['завтра(?:шнего)?(?: дня)?|завтрашний день', 1],
      ['вчера(?:шнего)?(?: дня)?', -1],
      ['сегодня(?:шнего)?(?: дня)?', 0],
      ['(?:на )?следующ(?:ей|ую|ая) недел[еюя]', 7],
      ['(?:на )?(?:прошл(?:ой|ую|ая)|последн(?:ей|юю|яя)) недел[еюяи]|неделю назад', -7],
      ['прошл(?:ого|ом|ый) месяц(?:а|е)?|месяц назад', -30],
      ['две недели назад|двух недель', -14]
    ],
    inDays: 'через (\\d{1,2}) (?:день|дня|дней)',
    daysAgo: '(\\d{1,2}) (?:день|дня|дней) назад|последние (\\d{1,2}) (?:день|дня|дней)',
    weekdays: ['понедельник\\p{L}{0,2}', 'вторник\\p{L}{0,2}', 'сред[аыуе]', 'четверг\\p{L}{0,2}', 'пятниц\\p{L}{1,2}', 'суббот\\p{L}{1,2}', 'воскресень\\p{L}{1,2}'],
    nextWeekday: '(?:следующ|ближайш)\\p{L}+ @',
    lastWeekday: 'прошл\\p{L}+ @'
  },
  ar: {
    relative: [
      ['بعد (?:غد|بكره|بكرة)', 2],
      ['(?:اول|اول من) (?:امس|امبارح)', -2],
      ['غدا|(?:يوم )?الغد|غد|بكره|بكرة|بكرا', 1],
      ['(?:ال)?(?:امس|امبارح|مبارح|البارحه|البارحة|بارحه)', -1],
      ['اليوم|هذا اليوم', 0],
      ['(?:الاسبوع|اسبوع) (?:المقبل|القادم|الجاي)', 7],
      ['(?:الاسبوع|اسبوع) (?:الماضي|المنصرم|اللي فات)|قبل اسبوع', -7],
      ['(?:الشهر) (?:الماضي|المنصرم|اللي فات)|قبل شهر', -30],
      ['قبل اسبوعين', -14]
    ],
    inDays: '(?:بعد|خلال) (\\d{1,2}) (?:يوم|ايام|يوما)',
    daysAgo: 'قبل (\\d{1,2}) (?:يوم|ايام|يوما)|اخر (\\d{1,2}) (?:يوم|ايام)',
    weekdays: ['الاثنين|الاتنين', 'الثلاثاء|التلاتا', 'الاربعاء|الاربعا', 'الخميس', 'الجمعه|الجمعة', 'السبت', 'الاحد'],
    nextWeekday: '@ (?:المقبل|القادم|الجاي)',
    lastWeekday: '@ (?:الماضي|المنصرم|اللي فات)'
  },
  zh: {
    relative: [
      ['后天|後天', 2],
      ['前天', -2],
      ['明天|明日|明儿', 1],
      ['昨天|昨日', -1],
      ['今天|今日', 0],
      ['下周|下星期|下个?礼拜', 7],
      ['上周|上星期|上个?礼拜|上个星期|一周前|过去一周|最近一周', -7],
      ['上个?月|一个月前', -30],
      ['两周前|两个?星期前', -14]
    ],
    inDays: '(\\d{1,2}) ?天[后以]',
    daysAgo: '(\\d{1,2}) ?天[前来]',
    weekdays: ['(?:周|星期|礼拜)一', '(?:周|星期|礼拜)二', '(?:周|星期|礼拜)三', '(?:周|星期|礼拜)四', '(?:周|星期|礼拜)五', '(?:周|星期|礼拜)六', '(?:周|星期|礼拜)[日天]'],
    nextWeekday: '下(?:个)?@',
    lastWeekday: '上(?:个)?@'
  }
};
