'use strict';

require('@rushstack/eslint-config/patch/modern-module-resolution');

const nodeProject = { tsconfigRootDir: __dirname, project: './config/tsconfig.node.json' };

module.exports = {
  root: true,
  extends: ['@microsoft/eslint-config-spfx/lib/profiles/react'],
  parserOptions: nodeProject,
  ignorePatterns: ['node_modules', 'lib', 'dist', 'temp', 'release', 'coverage', '.desk', '*.js', '*.cjs', '*.mjs'],
  plugins: ['jsdoc'],
  overrides: [
    {
      // What a module exports says what it is: functions, classes with their public methods, and types.
      files: ['src/**/*.ts', 'src/**/*.tsx'],
      rules: {
        'jsdoc/require-jsdoc': [
          'error',
          {
            publicOnly: true,
            enableFixer: false,
            checkConstructors: false,
            require: { FunctionDeclaration: true, ClassDeclaration: true, MethodDefinition: true, ArrowFunctionExpression: true, FunctionExpression: true },
            contexts: ['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'TSEnumDeclaration']
          }
        ]
      }
    },
    {
      files: ['*.ts', '*.tsx'],
      parserOptions: nodeProject,
      rules: {
        '@typescript-eslint/no-explicit-any': 'error',
        '@typescript-eslint/no-floating-promises': 'error',
        '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false, attributes: false } }],
        '@typescript-eslint/consistent-type-imports': 'error',
        '@typescript-eslint/explicit-function-return-type': 'off',
        '@typescript-eslint/no-use-before-define': 'off',
        '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
        '@rushstack/no-new-null': 'off',
        '@rushstack/typedef-var': 'off',
        'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }]
      }
    }
  ]
};
