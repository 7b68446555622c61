/**
 * Who may import whom. Imports run one way: apps → pipeline, adapters, jobs, storage, webhooks, identity → domain.
 * Every rule says what to do instead.
 */
const SPEC = String.raw`\.spec\.ts$`;
/** Specs and the contract suite see whatever they test. */
const PROOF = [SPEC, '^test/', '^libs/adapters/contract/'];

const npm = (...names) => `^node_modules/(${names.join('|')})/`;

/** One lib sees only the listed folders; Node's and npm's packages have rules of their own below. */
const sees = (lib, folders, comment) => ({
  name: `${lib}-sees-only-its-layer`,
  severity: 'error',
  comment,
  from: { path: `^libs/${lib}/`, pathNot: PROOF },
  to: { path: '^(apps|libs|config|test)/', pathNot: folders.map((folder) => `^${folder}`) },
});

/** These packages are imported only below the listed places. */
const staysIn = (name, packages, places, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: '^(apps|libs|config)/', pathNot: [...places, ...PROOF] },
  to: { path: npm(...packages) },
});

const layers = [
  sees(
    'domain',
    ['libs/domain/'],
    'The domain knows nothing but itself: declare a port in libs/domain/ports and let the outside implement it.',
  ),
  sees(
    'pipeline',
    ['libs/(domain|pipeline)/'],
    'The flow speaks of ports only: take what you need through a port of libs/domain.',
  ),
  sees(
    'jobs',
    ['libs/(domain|jobs|runtime)/'],
    'Jobs carry ids and ring bells: the work itself lies in libs/pipeline and is wired by an app.',
  ),
  sees(
    'storage',
    ['libs/(domain|storage|runtime)/', 'libs/identity/access/'],
    'Storage implements ports: give it values, not other libs. Only who sees which case is asked of libs/identity/access.',
  ),
  sees('webhooks', ['libs/(domain|webhooks|runtime)/'], 'The sender implements a port: give it values, not other libs.'),
  sees('identity', ['libs/(domain|identity|runtime)/'], 'Identity implements ports: give it values, not other libs.'),
  sees(
    'runtime',
    ['libs/domain/(errors|error-codes|ports/|privacy/)', 'libs/runtime/'],
    'The runtime carries any role: it knows errors, ports and what no log may tell, no case.',
  ),
  sees(
    'adapters',
    ['libs/(domain|adapters|runtime)/'],
    'An adapter turns a platform into domain values; an app joins it to the rest.',
  ),
  sees(
    'department-sdk',
    ['libs/department-sdk/'],
    'Departments install it without the hub: what it needs of a message stands in the message.',
  ),
  {
    name: 'config-knows-only-the-domain',
    severity: 'error',
    comment: 'Configuration is values: build domain values from it, and let the app hand them to a lib.',
    from: { path: '^config/', pathNot: PROOF },
    to: { path: '^(apps|test|libs)/', pathNot: '^libs/domain/' },
  },
  {
    name: 'domain-takes-no-package',
    severity: 'error',
    comment:
      'Only libs/domain/deadline and the retry plan may use luxon and chinese-days; node:crypto and the pure safe-stable-stringify are allowed anywhere. Everything else is I/O or framework: put it behind a port.',
    from: { path: '^libs/domain/', pathNot: [SPEC, '^libs/domain/deadline/', String.raw`^libs/domain/delivery/retry-plan\.ts$`] },
    to: { dependencyTypesNot: ['local'], pathNot: ['^libs/', '^crypto$', '^node:crypto$', npm('safe-stable-stringify')] },
  },
  {
    name: 'deadline-takes-calendars-only',
    severity: 'error',
    comment: 'luxon and chinese-days are all that deadlines need.',
    from: { path: '^libs/domain/deadline/', pathNot: SPEC },
    to: { pathNot: ['^libs/', '^(node:)?crypto$', npm('luxon', '@types/luxon', 'chinese-days')] },
  },
  {
    name: 'pipeline-takes-no-package',
    severity: 'error',
    comment: 'The flow reads top to bottom without a framework; inject what it needs as a port.',
    from: { path: '^libs/pipeline/', pathNot: SPEC },
    to: { path: '^node_modules/' },
  },
];

const packages = [
  {
    name: 'department-sdk-takes-one-package',
    severity: 'error',
    comment: 'Whoever installs the SDK installs what it imports: standardwebhooks and Node’s own modules are enough.',
    from: { path: '^libs/department-sdk/', pathNot: SPEC },
    to: { path: '^node_modules/', pathNot: npm('standardwebhooks', '@types/node') },
  },
  staysIn(
    'typeorm-stays-in-storage',
    ['typeorm', 'pg', 'pg-copy-streams', '@types/pg', '@nestjs/typeorm'],
    ['^libs/storage/', '^libs/runtime/postgres/', String.raw`^libs/jobs/queue-connection\.ts$`],
    'SQL lives in libs/storage behind a port; libs/jobs opens one connection for BullMQ’s own migrations.',
  ),
  staysIn(
    'bullmq-stays-in-jobs',
    ['bullmq', 'ioredis', '@nestjs/bullmq'],
    ['^libs/jobs/'],
    'Queues live in libs/jobs: announce through the doorbell port.',
  ),
  staysIn(
    'nest-stays-at-the-edge',
    ['@nestjs/[^/]+'],
    ['^apps/', String.raw`\.module\.ts$`, '^libs/(jobs|runtime)/'],
    'Plain classes inside; only apps and *.module.ts know the framework.',
  ),
  staysIn(
    'validators-at-the-boundary',
    ['class-validator', 'class-transformer'],
    ['^apps/', '^config/', '^libs/jobs/', '^libs/adapters/'],
    'Check at the door (dto, payload, config); inside, types are true.',
  ),
  staysIn(
    'http-stays-in-clients',
    ['undici'],
    [String.raw`^libs/adapters/.*client[^/]*\.ts$`, '^libs/adapters/transport/', '^libs/webhooks/', '^apps/(city|hub)/'],
    'Speak HTTP in an adapter’s client or in libs/webhooks.',
  ),
];

const adapters = [
  {
    name: 'adapters-are-strangers',
    severity: 'error',
    comment:
      'An adapter folder never imports another: what two share is a format, a signature or the way there, and belongs to libs/adapters/formats, signing or transport.',
    from: { path: '^libs/adapters/([^/]+)/', pathNot: PROOF },
    to: { path: '^libs/adapters/[^/]+/', pathNot: ['^libs/adapters/$1/', '^libs/adapters/(formats|signing|transport)/'] },
  },
  {
    name: 'mappers-are-pure',
    severity: 'error',
    comment:
      'mapper.ts turns a record into a report: it imports the domain, formats and plain values beside it, nothing that reads or waits. Types are free.',
    from: { path: String.raw`^libs/adapters/([^/]+)/mapper\.ts$` },
    to: {
      dependencyTypesNot: ['type-only'],
      pathNot: ['^libs/domain/', '^libs/adapters/formats/', '^libs/adapters/$1/(?!adapter|client|config)'],
    },
  },
  {
    name: 'clients-do-not-map',
    severity: 'error',
    comment: 'client.ts returns the platform’s records untouched; adapter.ts joins client and mapper.',
    from: { path: '^libs/adapters/[^/]+/client\\.ts$' },
    to: { path: '^libs/adapters/[^/]+/mapper\\.ts$', dependencyTypesNot: ['type-only'] },
  },
];

const apps = [
  {
    name: 'apps-do-not-meet',
    severity: 'error',
    comment: 'Roles meet in PostgreSQL, not in imports; only apps/hub puts them into one process.',
    from: { path: '^apps/(?!hub/)([^/]+)/', pathNot: SPEC },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
  {
    name: 'city-is-a-stranger',
    severity: 'error',
    comment: 'The simulated city must not share our code, or it would share our mistakes: only the reference files of config/.',
    from: { path: '^apps/city/', pathNot: SPEC },
    to: { path: '^(apps|libs|test)/', pathNot: '^apps/city/' },
  },
  {
    name: 'libs-never-import-apps',
    severity: 'error',
    comment:
      'Move the shared part down into a lib, or hand it over as a port. Only the adapters’ contract meets the simulated platforms.',
    from: { path: '^(libs|config)/', pathNot: [SPEC, '^libs/adapters/contract/'] },
    to: { path: '^apps/' },
  },
  {
    name: 'controllers-are-thin',
    severity: 'error',
    comment: 'A controller calls a use case or a port; it knows neither queues nor tables.',
    from: { path: String.raw`^apps/.*controller\.ts$` },
    to: { path: '^libs/(jobs|storage)/' },
  },
  {
    name: 'entities-stay-home',
    severity: 'error',
    comment: 'Rows become domain values in libs/storage.',
    from: { pathNot: ['^libs/storage/', ...PROOF] },
    to: { path: String.raw`\.entity\.ts$` },
  },
];

const tidiness = [
  {
    name: 'no-circular',
    severity: 'error',
    comment: 'Two files that need each other are one idea or three; types count as well.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'only-proofs-import-test',
    severity: 'error',
    comment: 'What production needs does not live in test/.',
    from: { path: '^(apps|libs|config)/', pathNot: PROOF },
    to: { path: ['^test/', '^libs/adapters/contract/'] },
  },
  {
    name: 'no-spec-imports-spec',
    severity: 'error',
    comment: 'Move what two specs share to test/support or a suite file.',
    from: { path: SPEC },
    to: { path: SPEC },
  },
  {
    name: 'banned-words',
    severity: 'error',
    comment: 'Name the idea: a folder or file called utils, common, shared, helpers, misc, base, core or manager has none.',
    from: {},
    to: {
      path: String.raw`(^|/)(utils?|common|shared|helpers?|misc|base|core|managers?)(/|\.[jt]s$)`,
      pathNot: '^node_modules/',
      dependencyTypesNot: ['core'],
    },
  },
  {
    name: 'no-orphans',
    severity: 'error',
    comment: 'Nothing imports this file and it imports nothing: wire it or delete it.',
    from: { orphan: true, pathNot: [SPEC, String.raw`\.d\.ts$`, String.raw`\.[cm]?js$`] },
    to: {},
  },
  {
    name: 'not-to-unresolvable',
    severity: 'error',
    comment: 'The file or package does not exist.',
    from: {},
    to: { couldNotResolve: true, pathNot: '(^|/)dist/' },
  },
  {
    name: 'no-unlisted-package',
    severity: 'error',
    comment: 'List the package in package.json: what comes with another package goes with it.',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'not-to-dev-dependency',
    severity: 'error',
    comment: 'Production code runs without devDependencies.',
    from: { path: '^(apps|libs|config)/', pathNot: [...PROOF, '^apps/console/'] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
  },
  {
    name: 'no-deprecated-node-module',
    severity: 'error',
    comment: 'Node has a better one.',
    from: {},
    to: { dependencyTypes: ['core'], path: '^(punycode|domain|constants|sys|querystring|_.*)$' },
  },
];

export default {
  forbidden: [...layers, ...packages, ...adapters, ...apps, ...tidiness],
  options: {
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: ['^dist/', '^apps/console/'] },
    tsPreCompilationDeps: true,
    // The SDK's own package.json lists what departments install; its specs take what the project lists.
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.json' },
    webpackConfig: { fileName: '.dependency-cruiser-resolve.cjs' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
