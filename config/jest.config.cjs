'use strict';

/** Tests run as CommonJS through swc; PnPjs ships ESM only, so it is transformed as well. */
const transform = {
  '^.+\\.(t|j)sx?$': [
    '@swc/jest',
    {
      jsc: { parser: { syntax: 'typescript', tsx: true, decorators: true }, target: 'es2022' },
      module: { type: 'commonjs' }
    }
  ]
};

module.exports = {
  rootDir: '..',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  transform,
  transformIgnorePatterns: ['/node_modules/(?!(@pnp|intl-messageformat|@formatjs|temporal-polyfill|temporal-utils)/)'],
  modulePathIgnorePatterns: ['<rootDir>/lib/', '<rootDir>/dist/', '<rootDir>/release/', '<rootDir>/temp/', '<rootDir>/.desk/'],
  testTimeout: 60000,
  reporters: ['default', '<rootDir>/config/closingCountReporter.cjs']
};
