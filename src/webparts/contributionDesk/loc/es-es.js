define([], function () {
  return {
    TextsMissing: 'No se ha podido cargar la mesa. Compruebe su conexión a Internet.',
    Retry: 'Reintentar'
  };
});
