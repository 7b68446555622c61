import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HouseError, ROOT } from './paths.mjs';

const TEMPLATES = new URL('adapter-templates/', import.meta.url);
const GOOD_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LONGEST_NAME = 30;
const USAGE =
  'say what the kind is called: npm run adapter:new -- KIND (small letters, digits and hyphens, such as "river-patrol")';

/** Where a template of the kind's folder becomes a file. */
const FILES = (kind) => ({
  'adapter.ts.tmpl': `libs/adapters/${kind}/adapter.ts`,
  'client.ts.tmpl': `libs/adapters/${kind}/client.ts`,
  'mapper.ts.tmpl': `libs/adapters/${kind}/mapper.ts`,
  'config.ts.tmpl': `libs/adapters/${kind}/config.ts`,
  'contract-kind.ts.tmpl': `libs/adapters/contract/kinds/${kind}.ts`,
});

const REGISTER = 'libs/adapters/adapters.ts';

/** Makes the folder of a new kind of platform that compiles, lists it, and says what its contract asks for next. */
export function newAdapter([kind, ...rest], root = ROOT) {
  if (kind === undefined || rest.length > 0) throw new HouseError(USAGE);
  if (!GOOD_NAME.test(kind) || kind.length > LONGEST_NAME) throw new HouseError(`"${kind}" is no name of a kind; ${USAGE}`);
  const register = readFileSync(join(root, REGISTER), 'utf8');
  const taken = Object.values(FILES(kind)).find((path) => existsSync(join(root, path)));
  if (taken ?? existsSync(join(root, 'libs/adapters', kind))) {
    throw new HouseError(`there is a ${taken ?? `libs/adapters/${kind}`} already: a kind is made once`);
  }
  const registered = registeredWith(register, kind);
  for (const [template, path] of Object.entries(FILES(kind))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), filled(readFileSync(new URL(template, TEMPLATES), 'utf8'), kind), { flag: 'wx' });
  }
  writeFileSync(join(root, REGISTER), registered);
  return whatNow(kind);
}

/** `river-patrol` → `RiverPatrol`. */
const className = (kind) =>
  kind
    .split('-')
    .map((part) => part[0].toUpperCase() + part.slice(1))
    .join('');

const filled = (template, kind) => template.replaceAll('__kind__', kind).replaceAll('__Kind__', className(kind));

/** The list of kinds with one more: its imports behind the last import, its line at the end of ADAPTERS. */
function registeredWith(register, kind) {
  const name = className(kind);
  const key = kind.includes('-') ? `'${kind}'` : kind;
  const imports =
    `import { ${name}Adapter } from './${kind}/adapter.js';\n` + `import { ${name}Settings } from './${kind}/config.js';\n`;
  const line = `  ${key}: kind(${name}Settings, (settings, now) => new ${name}Adapter(settings, now)),\n`;
  const behindImports = register.indexOf('\n\n/**') + 1;
  const begin = register.indexOf('export const ADAPTERS');
  const end = register.indexOf('\n};', begin) + 1;
  if (behindImports === 0 || begin < 0 || end === 0) {
    throw new HouseError(`${REGISTER} does not look as it did: list the kind there by hand`);
  }
  return register.slice(0, behindImports) + imports + register.slice(behindImports, end) + line + register.slice(end);
}

const whatNow = (kind) => `made libs/adapters/${kind}, libs/adapters/contract/kinds/${kind}.ts, and a line in ${REGISTER}

  Its contract fails now, and says at each turn what is next. Begin with:
    npm test -- libs/adapters/contract/adapters.contract -t 'adapter of kind ${kind}'

  Step 1  libs/adapters/contract/kinds/${kind}.ts   the simulated platform
  Step 2  libs/adapters/${kind}/client.ts, config.ts   asking it
  Step 3  libs/adapters/${kind}/mapper.ts   what its records say
  Step 4  WRITE_DOCS=1 npm test -- test/docs/adapters   the page docs/adapters.md; then a platform of this kind in your
          city's platforms.yaml, and its categories in mappings/
`;
