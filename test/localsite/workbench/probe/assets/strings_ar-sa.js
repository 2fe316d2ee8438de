define([], function () { return { greeting: 'أهلا' }; });
