import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

/** How a city is opened. */
export interface CityOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** Folder with the configuration it shares with the hub. */
  readonly configDir: string;
  readonly hubUrl?: string;
  readonly adminName?: string;
  readonly adminPassword?: string;
  readonly seed: number;
  readonly mode: 'bounded' | 'continuous';
  /** Matters of a bounded city, or those a continuous one starts with. */
  readonly matters: number;
  readonly overSeconds: number;
  /** Factor on everybody's working time. */
  readonly pace: number;
  /** From 0, a good day, to 1. */
  readonly mischief: number;
  readonly dropDir: string;
  readonly stateFile?: string;
  /** Sets the ids of this run apart; at most six digits. */
  readonly salt: number;
  /** Values of the configuration's `${NAME}` variables. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const FLAGS = {
  port: { type: 'string' },
  host: { type: 'string' },
  'config-dir': { type: 'string' },
  'hub-url': { type: 'string' },
  'admin-name': { type: 'string' },
  'admin-password': { type: 'string' },
  seed: { type: 'string' },
  mode: { type: 'string' },
  matters: { type: 'string' },
  'over-seconds': { type: 'string' },
  pace: { type: 'string' },
  mischief: { type: 'string' },
  'drop-dir': { type: 'string' },
  'state-file': { type: 'string' },
  salt: { type: 'string' },
  /** JSON of options by their names here; a flag beside it wins. */
  options: { type: 'string' },
} as const;

const NUMBERS = new Set(['port', 'seed', 'matters', 'overSeconds', 'pace', 'mischief', 'salt']);

const camel = (flag: string): string => flag.replace(/-(\w)/g, (_whole, letter: string) => letter.toUpperCase());

/** Fills in what was not said. */
export function completeOptions(given: Partial<CityOptions>): CityOptions {
  const mode = given.mode ?? 'bounded';
  return {
    port: 8091,
    host: '127.0.0.1',
    configDir: 'config/demo',
    seed: 1,
    matters: mode === 'bounded' ? 420 : 200,
    overSeconds: 15,
    pace: 1,
    mischief: 0.2,
    dropDir: '.data/city/drop',
    salt: randomInt(1_000_000),
    environment: {},
    ...given,
    mode,
  };
}

/** Options from the command line. */
export function readCityOptions(args: readonly string[]): CityOptions {
  const { options, ...flags } = parseArgs({ args: [...args], options: FLAGS }).values;
  const given: Record<string, unknown> = options ? (JSON.parse(options) as Record<string, unknown>) : {};
  for (const [flag, value] of Object.entries(flags)) {
    const name = camel(flag);
    given[name] = NUMBERS.has(name) ? Number(value) : value;
  }
  return completeOptions(given as Partial<CityOptions>);
}
