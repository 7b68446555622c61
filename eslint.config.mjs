import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const PROOFS = ['**/*.spec.ts', 'test/**', 'libs/adapters/contract/**'];
const CONFIG_FILES = ['*.config.{js,mjs,ts}', '.dependency-cruiser.mjs', 'apps/console/*.config.*'];

const ban = (selector, message) => ({ selector, message });
const BAN_DEFAULT_EXPORT = ban('ExportDefaultDeclaration', 'Export by name: the name then is the same everywhere.');
const BAN_ENV = ban(
  'MemberExpression[object.name="process"][property.name="env"]',
  'Only config/load-config.ts reads process.env.',
);
const SPEC_BANS = [
  ban(
    'CallExpression[callee.object.name="jest"][callee.property.name=/^(mock|unstable_mockModule|doMock)$/]',
    'Pass a fake in instead of mocking a module.',
  ),
  ban('CallExpression[callee.name=/^(setTimeout|setInterval|sleep|delay)$/]', 'Wait for the event, not for the clock.'),
  ban('ImportDeclaration[source.value=/^(node:)?timers/]', 'Wait for the event, not for the clock.'),
  ban('MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo)$/]', 'Every test runs.'),
  ban('CallExpression[callee.name=/^(fit|fdescribe|xit|xtest|xdescribe)$/]', 'Every test runs.'),
];

/** A promise without a number is forgotten. */
const numberedTodo = {
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        if (/\b(TODO|FIXME|XXX)\b(?!\s*\(?#\d+)/.test(comment.value)) {
          context.report({ loc: comment.loc, message: 'Give the TODO the number of its issue: TODO #12.' });
        }
      }
    },
  }),
};

export default defineConfig(
  { ignores: ['dist/**', 'coverage/**', '.data/**', 'apps/console/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    plugins: { house: { rules: { 'numbered-todo': numberedTodo } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-restricted-syntax': ['error', BAN_DEFAULT_EXPORT, BAN_ENV],
      'house/numbered-todo': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 6],
      complexity: ['error', 15],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [] }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    // Who reads the environment: the configuration, and what runs before there is one.
    files: ['config/load-config.ts'],
    rules: { 'no-restricted-syntax': ['error', BAN_DEFAULT_EXPORT] },
  },
  {
    files: ['test/support/**'],
    rules: { 'no-restricted-syntax': 'off', 'max-lines-per-function': 'off' },
  },
  {
    files: PROOFS,
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-misused-promises': 'off' },
  },
  {
    files: ['**/*.spec.ts', 'test/{e2e,regression,conformance}/**'],
    rules: { 'no-restricted-syntax': ['error', BAN_DEFAULT_EXPORT, BAN_ENV, ...SPEC_BANS] },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', Buffer: 'readonly', URL: 'readonly', performance: 'readonly' },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: { require: 'readonly', module: 'writable', __dirname: 'readonly' } },
  },
  { files: [...CONFIG_FILES, 'scripts/**', 'examples/**'], rules: { 'no-restricted-syntax': 'off' } },
);
