define([], function () {
  return {
    TextsMissing: 'تعذر تحميل مكتب المساهمات. تحققوا من الاتصال بالإنترنت.',
    Retry: 'إعادة المحاولة'
  };
});
