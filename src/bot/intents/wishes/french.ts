import type { WishVocabulary } from './wishVocabulary';

/** How people speak of interpretation in French. */
export const FRENCH: WishVocabulary = {
  language: 'fr',
  names: { ar: ['arabe'], zh: ['chinois', 'mandarin'], en: ['anglais', 'anglaise'], fr: ['français', 'française'], ru: ['russe'], es: ['espagnol', 'espagnole'] },
  traps: ['république française', 'ligue arabe', 'langue de travail', 'délégation française', 'délégation espagnole', 'délégation russe', 'délégation chinoise', 'fédération de russie'],
  interpretation: ['interprétation*', 'interprète*', 'interprété*', 'interpréter'],
  translation: ['traduction*', 'traducteur*', 'traduit*', 'traduire'],
  languages: ['langue*'],
  document: ['document*', 'contribution*', 'version*', 'rapport*', 'fichier*', 'proposition*', 'texte*', 'publié*'],
  speaking: ['parle*', 'parlons', 'répond*', 'réponse*', 'écri*', 'dire', 'dis', 'dites', 'lire', 'comprend*', 'comprends'],
  ask: [
    'besoin', 'voudrais', 'voudrions', 'voudrait', 'souhait*', 'aimerai*', 'aimerions', 'demande', 'demandons', 'demandent', 'sollicit*', 'désir*', 'veux', 'voulons', 'veut', 'requiert', 'requérons', 'nécessaire*',
    'nécessit*', "s'il vous plaît", "s'il te plaît", 'svp', 'inscri*', 'prévoir', 'il nous faut', 'il me faut', 'il nous faudrait', 'merci de', 'réclam*'
  ],
  withdraw: ['retir*', 'annul*', 'renon*', 'supprim*', 'révoqu*'],
  noLonger: ['plus besoin', 'plus nécessaire*', 'plus requis*', 'plus utile', 'ne * plus', 'ne voulons plus', 'ne demandons plus', 'ne souhaitons plus'],
  negation: ['pas', 'ne', 'n', 'sans', 'ni', 'aucun', 'aucune', 'jamais', 'inutile', 'non', 'au lieu', 'plutôt que', 'sauf'],
  doubt: [
    'peut-être', 'peut être', 'si', 's’il faut', 'éventuel*', 'probable*', 'possible*', 'pourrait', 'pourrions', 'pourrais', 'devrions',
    'au cas où', 'je pense', 'nous pensons', 'pas sûr*'
  ],
  past: ['déjà', 'avons demandé', 'ai demandé', 'avais demandé', 'avions demandé', 'a demandé', 'hier'],
  contrast: ['mais', 'plutôt', 'au lieu', 'seulement', 'sinon'],
  question: [
    'combien', 'qui', 'quel', 'quels', 'quelle', 'quelles', 'y a-t-il', 'est-ce qu*', 'sera-t-il', 'sera-t-elle', 'est-elle', 'est-il', 'quand', 'y aura-t-il', 'où', 'pourquoi', 'avons-nous', 'savoir si', 'comment',
    'pouvons-nous', 'pourriez-vous', 'peut-on', 'peux-tu', 'pouvez-vous'
  ],
  opening: [],
  state: [
    'combien', 'qui a', 'qui ont', 'quels', 'quelle*', 'y a-t-il', 'y aura*', 'sera*', 'seront', 'disponible*', 'assuré*', 'fournie*', 'prévue*', 'décidé*', 'décision*', 'est-elle', 'est-il', 'savoir si', 'état', 'statut', 'seuil',
    'suffisamment', 'il y a'
  ],
  deadline: ["jusqu'à quand", "jusqu'à quelle date", 'date limite', 'délai*', 'échéance*', 'avant quand', 'avant quelle date', 'dernier jour', 'combien de temps', 'combien de jours', 'trop tard', 'quand faut-il', 'quand peut-on', 'quand doit-on', 'pour quand'],
  next: ['prochain', 'prochaine'],
  ordinals: [['première', 'premier'], ['deuxième', 'seconde', 'second', '2e', '2ème'], ['troisième', '3e', '3ème'], ['quatrième', '4e', '4ème'], ['cinquième', '5e', '5ème']],
  common: ['le', 'la', 'les', 'l', 'de', 'du', 'des', 'nous', 'je', 'j', 'en', 'pour', 'et', 'à', 'au', 'notre', 'une', 'un', 'est', 'vers', 'ont', 'avons', 'réunion', 'délégation', 'délégations', 'd', 's']
};
