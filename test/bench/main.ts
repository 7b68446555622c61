import { apiFuzz } from './api-fuzz.bench.js';
import { delivery } from './delivery.bench.js';
import { desk } from './desk.bench.js';
import { intake } from './intake.bench.js';
import { matching } from './matching.bench.js';
import { matchingStress } from './matching-stress.bench.js';
import { pull } from './pull.bench.js';

/** `npm run bench -- NAME [--json]`: every bench prints a table, and with --json one line. */
const BENCHES: Readonly<Record<string, (options: { json: boolean }) => Promise<void>>> = {
  'api-fuzz': apiFuzz,
  delivery,
  desk,
  intake,
  matching,
  'matching-stress': matchingStress,
  pull,
};

const [name = '', ...rest] = process.argv.slice(2);
const bench = BENCHES[name];
if (!bench) {
  process.stderr.write(`usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [--json]\n`);
  process.exit(2);
}
await bench({ json: rest.includes('--json') });
