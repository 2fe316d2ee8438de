import type { Vocabulary } from './vocabulary';

/** How people ask in French. */
export const FRENCH: Vocabulary = {
  language: 'fr',
  help: ['aide', 'aidez', 'bonjour', 'bonsoir', 'salut', 'allo', 'que sais-tu faire', 'que savez-vous faire', 'comment ca marche', 'merci'],
  deadline: [
    'delai*', 'echeance*', 'date limite', 'dates limites', "jusqu'a quand", "jusqu'a quelle date", 'avant quand', 'avant quelle date', 'pour quand', 'dernier jour', 'derniere limite',
    'date butoir', 'cloture', 'combien de temps', 'combien de jours', 'jours restants', 'quand faut-il', 'quand dois-je', 'quand doit-on', 'quand devons-nous', 'quand peut-on',
    'prochaine reunion', 'trop tard', 'encore envoyer', 'encore soumettre'
  ],
  topics: [
    ['interpretation', ['interpretation*', 'interprete*', 'langue*']],
    ['information', ['pour information', "document* d'information"]],
    ['contributions', ['contribution*', 'document*', 'proposition*', 'soumission*', 'soumettre', 'envoyer', 'deposer', 'traduction*', 'traduit*', 'traduire']]
  ],
  status: ['etat', 'statut', 'situation', 'ou en est', 'ou en sont', 'ou est', 'ou se trouve', "qu'est devenu*", "qu'en est-il", 'arrive*', 'recu*', 'publie*', 'accepte*', 'traduit*', 'trouve*', 'cherche*', 'montre*'],
  document: ['contribution*', 'document*', 'doc', 'proposition*', 'soumission*', 'note* de liaison', 'fichier'],
  filler: [
    'a', 'ai', 'as', 'au', 'aux', 'avec', 'avez', 'avons', 'ce', 'cela', 'ces', 'cet', 'cette', 'c', 'concernant', 'd', 'dans', 'de', 'deja', 'des', 'dit', 'dites', 'du', 'elle', 'en', 'encore', 'est',
    'et', 'groupe', 'il', 'ils', 'intitule', 'intitulee', 'j', 'je', 'l', 'la', 'le', 'les', 'leur', 'm', 'ma', 'me', 'mes', 'moi', 'mon', 'n', 'nom', 'nos', 'notre', 'nous', 'numero', 'on',
    'ou', 'par', 'pas', 'peut', 'plait', 'portant', 'pour', 'prochain', 'prochaine', 'propos', 'qu', 'quand', 'que', 'quel', 'quelle', 'quels', 'quelles', 'qui', 'relative', 'relatif', 's', 'sa', 'ses', 'si', 'sil', 'son', 'sont',
    'sur', 't', 'te', 'titre', 'tu', 'un', 'une', 'vos', 'votre', 'vous', 'y'
  ]
};
