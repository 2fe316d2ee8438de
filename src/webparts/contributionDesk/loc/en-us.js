define([], function () {
  return {
    TextsMissing: 'The desk could not be loaded. Check your internet connection.',
    Retry: 'Try again'
  };
});
