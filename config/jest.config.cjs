'use strict';

const swc = [
  '@swc/jest',
  {
    jsc: { parser: { syntax: 'typescript', tsx: true, decorators: true }, target: 'es2022' },
    module: { type: 'commonjs' }
  }
];

/** Packages that ship ECMAScript modules only, or load parts of themselves by `import()`: Jest runs CommonJS. */
const MODULES = ['@pnp', '@formatjs', '@opentelemetry/otlp-exporter-base', 'd3-[a-z-]+', 'internmap', 'intl-messageformat', 'jose', 'p-map', 'pptxgenjs', 'temporal-polyfill', 'temporal-utils', 'unpdf'];

module.exports = {
  rootDir: '..',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  globalSetup: '<rootDir>/test/support/siteTemplate.ts',
  setupFilesAfterEnv: ['<rootDir>/config/jestTemporal.cjs'],
  transform: { '^.+\\.(t|j)sx?$': swc, '/unpdf/dist/pdfjs\\.mjs$': swc, '/d3-[a-z-]+/dist/.+\\.mjs$': swc },
  moduleNameMapper: { '^unpdf/pdfjs$': '<rootDir>/node_modules/unpdf/dist/pdfjs.mjs' },
  transformIgnorePatterns: [`/node_modules/(?!(${MODULES.join('|')})/)`],
  testPathIgnorePatterns: ['/node_modules/'],
  modulePathIgnorePatterns: ['<rootDir>/lib/', '<rootDir>/dist/', '<rootDir>/release/', '<rootDir>/temp/', '<rootDir>/.desk/'],
  // Generous, because machines differ and a test that passes does not wait for it.
  testTimeout: 180000,
  // Most tests wait for other processes and for a browser; on two cores a third worker uses what these leave.
  maxWorkers: 3,
  reporters: ['default', '<rootDir>/config/closingCountReporter.cjs']
};
