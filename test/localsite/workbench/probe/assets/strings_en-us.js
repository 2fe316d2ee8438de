define([], function () { return { greeting: 'Welcome' }; });
