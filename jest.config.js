import { findChromium } from './scripts/house/chromium.mjs';

const libs = 'adapters|department-sdk|domain|identity|jobs|pipeline|runtime|storage|webhooks';

/** ES modules on Node 20: run through `node --experimental-vm-modules` (scripts/huiliu.mjs does). */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/config', '<rootDir>/test'],
  // `npm test` has said loudly that there is no browser, or refused.
  testPathIgnorePatterns: ['/node_modules/', '/apps/console/', ...(findChromium() ? [] : ['/test/e2e/console/'])],
  testRegex: '\\.spec\\.ts$',
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['js', 'ts', 'json', 'node'],
  coverageProvider: 'v8',
  testTimeout: 180_000,
  maxWorkers: '100%',
  // Modules of a suite are never let go of: a worker that has seen dozens of them spends its time collecting garbage.
  workerIdleMemoryLimit: '600MB',
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
  moduleNameMapper: {
    [`^#(${libs})/(.*)\\.js$`]: '<rootDir>/libs/$1/$2.ts',
    '^#(apps|config|test)/(.*)\\.js$': '<rootDir>/$1/$2.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  // light-my-request and @fastify/static are CommonJS and require these two ESM-only packages, which Jest on Node 20 cannot.
  transformIgnorePatterns: ['/node_modules/(?!(cookie|content-disposition)/)'],
  transform: {
    '/node_modules/.+\\.js$': ['@swc/jest', { swcrc: false, module: { type: 'commonjs' }, jsc: { target: 'es2022' } }],
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
      },
    ],
  },
};
