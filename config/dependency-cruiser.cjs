'use strict';

/** Which rooms of `src` each room may import. Imports point one way only. */
const MAY_IMPORT = {
  rules: [],
  documents: ['rules'],
  messages: ['rules'],
  site: ['rules'],
  exports: ['rules', 'messages'],
  webparts: ['rules', 'documents', 'messages', 'site', 'exports'],
  bot: ['rules', 'messages', 'site'],
  service: ['bot', 'site', 'documents', 'rules', 'messages', 'exports'],
  localsite: []
};

const rooms = Object.entries(MAY_IMPORT).map(([room, allowed]) => ({
  name: `${room}-imports-only-its-neighbours`,
  severity: 'error',
  comment: `src/${room} may import ${allowed.length === 0 ? 'no other room' : allowed.join(', ')}`,
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...allowed].join('|')})/` }
}));

module.exports = {
  forbidden: [
    ...rooms,
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two modules that need each other are one module, or lack a third one',
      from: {},
      to: { circular: true }
    },
    {
      name: 'browser-rooms-without-node',
      severity: 'error',
      comment: 'These rooms also run in the browser',
      from: { path: '^src/(rules|documents|messages|site|exports|webparts)/' },
      to: { dependencyTypes: ['core'] }
    },
    {
      name: 'botbuilder-stays-in-its-room',
      severity: 'error',
      comment: 'So that a move to its successor is a small change',
      from: { path: '^src/', pathNot: '^src/(bot/|service/botAdapter\\.ts$)' },
      to: { path: 'node_modules/botbuilder' }
    },
    {
      name: 'product-without-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench)/' }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] }
  }
};
