define([], function () {
  return {
    TextsMissing: 'Le bureau n’a pas pu être chargé. Vérifiez votre connexion à l’internet.',
    Retry: 'Réessayer'
  };
});
