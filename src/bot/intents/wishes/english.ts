import type { WishVocabulary } from './wishVocabulary';

/** How people speak of interpretation in English. */
export const ENGLISH: WishVocabulary = {
  language: 'en',
  names: { ar: ['arabic'], zh: ['chinese', 'mandarin'], en: ['english'], fr: ['french'], ru: ['russian'], es: ['spanish', 'castilian'] },
  traps: ['french-speaking', 'english-speaking', 'russian federation', 'french delegation', 'spanish delegation', 'russian delegation', 'chinese delegation'],
  interpretation: ['interpretation', 'interpreter*', 'interpreting', 'interpreted', 'interpret'],
  translation: ['translation', 'translator*', 'translate', 'translated'],
  languages: ['language*'],
  document: ['document*', 'contribution*', 'version*', 'paper*', 'report*', 'file*', 'proposal*', 'text*', 'published'],
  speaking: ['speak*', 'spoke', 'reply', 'replies', 'answer*', 'write*', 'written', 'talk*', 'say', 'read', 'understand', 'help'],
  ask: [
    'need', 'needs', 'needed', 'require', 'requires', 'required', 'request', 'requests', 'want', 'wants', 'would like', "we'd like", "i'd like", 'ask for', 'asks for', 'asking for', 'please', 'wish',
    'wishes', 'put us down', 'put me down', 'sign us up', 'register us', 'register', 'necessary', 'depend on', 'rely on', 'apply for'
  ],
  withdraw: ['withdraw*', 'cancel*', 'take back', 'retract*', 'drop', 'revoke', 'remove'],
  noLonger: ['no longer', 'not need * any more', 'not any more', 'any more', 'anymore', 'any longer'],
  negation: ['not', "don't", 'dont', "doesn't", 'doesnt', "won't", 'wont', 'no', 'never', 'without', 'neither', 'nor', 'none', "isn't", 'instead of', 'rather than', 'except', 'unnecessary'],
  doubt: ['might', 'may', 'maybe', 'perhaps', 'possibly', 'probably', 'if', 'unless', 'in case', 'not sure', 'think', 'consider*', 'should', 'wonder*', 'wrong', 'mistake'],
  past: ['already', 'asked', 'requested', 'wanted', 'used to', 'last week', 'yesterday'],
  contrast: ['but', 'instead', 'rather', 'only'],
  question: ['how many', 'who', 'which', 'what', 'when', 'where', 'why', 'is there', 'are there', 'whether', 'tell me', 'tell us', 'will there', 'do we', 'do you'],
  opening: ['is', 'will', 'are', 'does', 'do', 'has', 'have', 'can', 'could', 'would', 'shall', 'should', 'may'],
  state: [
    'how many', 'who', 'which', 'what languages', 'is there', 'are there', 'will there be', 'will', 'available', 'provided', 'decided', 'status', 'state', 'going to be', 'is', 'are', 'enough', 'threshold', 'offered',
    'confirmed', 'decision', 'tell me', 'tell us'
  ],
  deadline: ['until when', 'till when', 'by when', 'deadline*', 'last day', 'latest date', 'closing date', 'how long', 'time left', 'days left', 'too late', 'when is the last', 'when must', 'when do', 'when can', 'when should', 'cut-off', 'due'],
  next: ['next', 'upcoming', 'coming'],
  ordinals: [['first', '1st'], ['second', '2nd'], ['third', '3rd'], ['fourth', '4th'], ['fifth', '5th']],
  common: ['the', 'we', 'our', 'us', 'i', 'my', 'for', 'is', 'are', 'to', 'and', 'of', 'on', 'at', 'in', 'have', 'been', 'can', 'you', 'meeting', 'delegation', 'delegations', 'it', 'be', 'by', 'all']
};
