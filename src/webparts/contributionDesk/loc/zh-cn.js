define([], function () {
  return {
    TextsMissing: '服务台无法加载。请检查网络连接。',
    Retry: '重试'
  };
});
