import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface CityGrid {
  readonly code: string;
  readonly street: string;
  readonly community: string;
  readonly ring: readonly (readonly [number, number])[];
}

export interface CityDepartment {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Secret it shares with the hub; undefined when the hub has no endpoint for it. */
  readonly secret?: string;
}

/** What the city shares with the hub's demo configuration: the map, the units, the codes. Who is right is not among it. */
export interface CitySettings {
  readonly grids: readonly CityGrid[];
  readonly departments: readonly CityDepartment[];
  /** Names of the red partners (红色合伙人). */
  readonly partners: readonly string[];
  /** Category code → codes citizens mistake it for. */
  readonly siblings: ReadonlyMap<string, readonly string[]>;
  /** Code system → internal category → the system's own code. */
  readonly codes: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** `${NAME}` and `${NAME:-value}` replaced from the environment, as the hub's configuration does. */
export const fillIn = (text: string, env: Environment): string =>
  text.replace(
    /\$\{(\w+)(?::-([^}]*))?\}/g,
    (_whole, name: string, otherwise: string | undefined) => env[name] ?? otherwise ?? '',
  );

const read = <T>(dir: string, file: string): T => parse(readFileSync(join(dir, file), 'utf8')) as T;

const SYSTEMS = ['hotline-taxonomy-1', 'portal-domain-1', 'cjt-214-old', 'gb-30428-2', 'ejia-service-1'] as const;

function readCodes(dir: string): CitySettings['codes'] {
  const systems = SYSTEMS.map((file) => read<{ system: string; codes: Record<string, string> }>(dir, `mappings/${file}.yaml`));
  return new Map(
    systems.map(({ system, codes }) => {
      const own = new Map<string, string>();
      for (const [code, internal] of Object.entries(codes)) if (!own.has(internal)) own.set(internal, code);
      return [system, own];
    }),
  );
}

/** Category code → siblings, from the duty list, the hub's where this folder has none; the file of what its classes share has no categories. */
function readSiblings(dir: string): CitySettings['siblings'] {
  const own = join(dir, 'duty-list');
  const list = existsSync(own) ? own : join(dir, '..', 'example', 'duty-list');
  const files = readdirSync(list).map((file) => read<{ categories?: { code: string; siblings?: string[] }[] }>(list, file));
  return new Map(files.flatMap(({ categories }) => (categories ?? []).map(({ code, siblings }) => [code, siblings ?? []])));
}

/** A configuration without partners has no such file. */
function readPartners(dir: string): readonly string[] {
  if (!existsSync(join(dir, 'partners.yaml'))) return [];
  return read<{ partners?: { name: string }[] }>(dir, 'partners.yaml').partners?.map(({ name }) => name) ?? [];
}

/** `120.34 36.08, 120.35 36.08, …` as corners. */
const readRing = (text: string): CityGrid['ring'] =>
  text.split(', ').map((corner) => {
    const [longitude, latitude] = corner.split(' ').map(Number);
    return [longitude, latitude];
  });

/** Reads the demo configuration from its folder. */
export function readCitySettings(dir: string, env: Environment = {}): CitySettings {
  const { grids } = read<{ grids: (Omit<CityGrid, 'ring'> & { ring: string })[] }>(dir, 'grids.yaml');
  const { departments } = read<{ departments: CityDepartment[] }>(dir, 'departments.yaml');
  const { endpoints } = read<{ endpoints: { department: string; secret: string }[] }>(dir, 'endpoints.yaml');
  const secrets = new Map(endpoints.map(({ department, secret }) => [department, fillIn(secret, env)]));
  return {
    grids: grids.map((grid) => ({ ...grid, ring: readRing(grid.ring) })),
    departments: departments.map(({ id, name, kind }) => ({ id, name, kind, secret: secrets.get(id) })),
    partners: readPartners(dir),
    siblings: readSiblings(dir),
    codes: readCodes(dir),
  };
}
