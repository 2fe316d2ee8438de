import type { Language } from '../../../rules/language';
import type { Sample } from './templates';

/** What people put before and after a question, whatever it is about. */
const PHRASES: Readonly<Record<Language, { readonly before: readonly string[]; readonly after: readonly string[] }>> = {
  en: {
    before: ['hello', 'hi', 'good morning', 'dear colleagues', 'please', 'could you please tell me', 'could you let me know', 'can you tell me', 'i would like to know', 'do you know', 'just wondering', 'excuse me', 'sorry', 'quick question', 'i wonder', 'could you tell us', 'would you kindly inform me'],
    after: ['please', 'thanks', 'thank you', 'thanks in advance', 'pls', 'many thanks', 'thank you very much', 'for our group', 'of the working group', 'for the second meeting', 'to the second meeting', 'for the meeting on daymark', 'for the daymark meeting', 'at the next meeting']
  },
  fr: {
    before: ['bonjour', 'salut', 'bonsoir', 's’il vous plaît', 'pourriez-vous me dire', 'pouvez-vous m’indiquer', 'je voudrais savoir', 'j’aimerais savoir', 'dis-moi', 'dites-moi', 'savez-vous', 'excusez-moi', 'petite question', 'chers collègues', 'merci de me dire', 'pourrais-tu me dire'],
    after: ['svp', 's’il vous plaît', 'stp', 's’il te plaît', 'merci', 'merci d’avance', 'merci beaucoup', 'pour notre groupe', 'du groupe de travail', 'pour la deuxième réunion', 'pour la réunion du daymark', 'pour la réunion de daymark', 'à la prochaine réunion']
  },
  es: {
    before: ['hola', 'buenos días', 'buenas tardes', 'por favor', 'podría decirme', 'me puede decir', 'puedes decirme', 'quisiera saber', 'me gustaría saber', 'dime', 'sabe usted', 'disculpe', 'perdón', 'una pregunta', 'estimados colegas', 'necesito saber', 'le agradecería que me indicara'],
    after: ['por favor', 'gracias', 'muchas gracias', 'gracias de antemano', 'porfa', 'un saludo', 'para nuestro grupo', 'del grupo de trabajo', 'para la segunda reunión', 'para la reunión del daymark', 'para la reunión de daymark', 'en la próxima reunión']
  },
  ru: {
    before: ['здравствуйте', 'привет', 'добрый день', 'доброе утро', 'пожалуйста', 'подскажите пожалуйста', 'подскажите', 'скажите пожалуйста', 'скажи', 'не могли бы вы сказать', 'можете сообщить', 'хотелось бы узнать', 'хочу узнать', 'вы не знаете', 'извините', 'уважаемые коллеги', 'будьте добры', 'уточните'],
    after: ['пожалуйста', 'спасибо', 'заранее спасибо', 'плиз', 'большое спасибо', 'для нашей группы', 'рабочей группы', 'ко второму собранию', 'на второе собрание', 'к заседанию daymark', 'на собрание daymark']
  },
  ar: {
    before: ['مرحبا', 'السلام عليكم', 'صباح الخير', 'من فضلك', 'لو سمحت', 'هل يمكنك أن تخبرني', 'هل يمكنكم إفادتي', 'أود أن أعرف', 'أريد أن أعرف', 'قل لي', 'هل تعرف', 'عفوا', 'عندي سؤال', 'الزملاء الأعزاء', 'ممكن تقول لي', 'بدي أعرف', 'أرجو إعلامي'],
    after: ['من فضلك', 'شكرا', 'شكرا جزيلا', 'وشكرا', 'لو سمحت', 'لو سمحتم', 'مع الشكر', 'لفريقنا', 'لفريق العمل', 'للاجتماع الثاني', 'في الاجتماع المقبل', 'لاجتماع daymark', 'في اجتماع daymark']
  },
  zh: {
    before: ['你好', '您好', '请问', '麻烦问一下', '想问一下', '我想知道', '能告诉我', '请告诉我', '能不能告诉我', '不好意思', '各位同事', '劳驾', '打扰一下', '请教一下', '早上好', '第二次会议的', '下次会议', 'daymark会议的', 'daymark'],
    after: ['谢谢', '多谢', '谢谢您', '麻烦了', '拜托', '吗', '呢', '啊', '我们组的']
  }
};

/** How often a greeting alone stands among the samples, so that it does not look like the beginning of any question. */
const GREETINGS_ALONE = 6;

/** The questions, and some of them again as people ask who are polite; what is polite and nothing else asks for help. */
export function politely(samples: readonly Sample[], language: Language, random: () => number): Sample[] {
  const { before, after } = PHRASES[language];
  const one = (phrases: readonly string[]): string => phrases[Math.floor(random() * phrases.length)];
  const alone = [...before, ...after].filter((phrase) => !phrase.includes('mark')).flatMap((text) => Array.from({ length: GREETINGS_ALONE }, () => ({ text, label: 'help' })));
  const asked = samples.flatMap((sample) => {
    const chance = random();
    if (sample.label === 'help' || chance > 0.6) {
      return [sample];
    }
    const opening = chance < 0.4 ? `${one(before)} ` : '';
    const closing = chance > 0.3 ? ` ${one(after)}` : '';
    return [sample, { ...sample, text: `${opening}${sample.text}${closing}` }];
  });
  return [...asked, ...alone];
}
