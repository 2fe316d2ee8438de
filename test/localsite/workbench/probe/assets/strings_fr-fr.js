define([], function () { return { greeting: 'Bienvenue' }; });
