import { describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigInvalidError, formatFault } from './config-fault.js';
import { loadReference, type ValidateSettings } from './load-reference.js';
import { projectRoot } from './project-root.js';

const demo = join(projectRoot(), 'config', 'demo');

/** Loads a copy of the demo set in which `edits` changed some files, and returns the faults as lines. */
function faultsAfter(edits: Record<string, (text: string) => string>, validateSettings?: ValidateSettings): string[] {
  const dir = mkdtempSync(join(tmpdir(), 'huiliu-config-'));
  try {
    cpSync(demo, dir, { recursive: true });
    for (const [name, edit] of Object.entries(edits)) writeFileSync(join(dir, name), edit(readFileSync(join(dir, name), 'utf8')));
    loadReference(dir, {}, { validateSettings });
    return [];
  } catch (error) {
    if (error instanceof ConfigInvalidError) return error.faults.map(formatFault);
    throw error;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

describe('the demo configuration', () => {
  const city = loadReference(demo, { CITY_URL: 'http://127.0.0.1:1' });

  it('loads without a fault', () => {
    expect(city.reference.departments.size).toBe(28);
    expect(city.reference.categories.size).toBe(48);
    expect(city.reference.grids.size).toBe(96);
    expect(city.platforms.map(({ id }) => id)).toEqual(['hotline', 'portal', 'urban', 'grid', 'ejia']);
    expect(city.endpoints).toHaveLength(28);
  });

  it('covers every category in every code system', () => {
    const systems = [...city.reference.mappings].map(([system, codes]) => [system, new Set(codes.values()).size]);
    expect(Object.fromEntries(systems)).toEqual({
      'cjt-214@old': 48,
      'ejia-service@1': 48,
      'gb-30428@2': 48,
      'hotline-taxonomy@1': 48,
      'portal-domain@1': 48,
    });
  });

  it('names one foreign code for every category, so that a code can be read both ways', () => {
    expect([...city.reference.mappings.values()].map((codes) => codes.size)).toEqual([48, 48, 48, 48, 48]);
  });

  it('swaps the event classes 04 and 05 of the older generation', () => {
    const old = city.reference.mappings.get('cjt-214@old');
    expect([old?.get('E0401'), old?.get('E0501')]).toEqual(['E0501', 'E0401']);
  });

  it('puts the environment into addresses and keeps defaults for the rest', () => {
    expect(city.platforms[0]).toMatchObject({
      settings: { baseUrl: 'http://127.0.0.1:1/hotline', apiKey: 'demo-hotline-key', pageSize: 100 },
      secretNames: ['apiKey'],
    });
  });

  it('knows on which line of the file a duty stands', () => {
    expect(city.reference.duties.duties.get('E0101' as never)?.map(({ line, lead }) => [line, lead])).toEqual([
      [6, 'planning-resources'],
      [5, 'urban-management'],
    ]);
  });
});

describe('the example configuration', () => {
  it('loads as it is, so that a new city starts from something that works', () => {
    const { reference, platforms } = loadReference(join(projectRoot(), 'config', 'example'), {});
    expect([reference.departments.size, reference.categories.size, platforms.length]).toEqual([3, 3, 1]);
  });
});

describe('a faulty configuration', () => {
  it('is reported whole, each fault with its place', () => {
    const faults = faultsAfter({
      'duties.yaml': (text) =>
        text
          .replace('E0101, lead: urban-management', 'E0101, lead: urban-managment')
          .replace('category: E0110,', 'category: E9910,'),
      'departments.yaml': (text) => text.replace('id: housing-construction,', 'id: urban-management,'),
      'platforms.yaml': (text) => text.replace('${CITY_HOTLINE_KEY:-demo-hotline-key}', '${CITY_HOTLINE_KEY}'),
      'grids.yaml': (text) => text.replace(/ring: \[\[[^\]]*\]/u, 'ring: [[36.08, 120.34]'),
    });
    expect(faults).toEqual(
      expect.arrayContaining([
        'departments.yaml:5:11 departments[1].id: urban-management is there already: give each department its own id',
        'duties.yaml:5:30 duties[0].lead: there is no department urban-managment: add it to departments.yaml',
        'duties.yaml:7:17 duties[2].category: there is no category E9910: add it to categories.yaml',
        'platforms.yaml:15:15 ${CITY_HOTLINE_KEY}: the environment variable CITY_HOTLINE_KEY is not set: set it, or write ${CITY_HOTLINE_KEY:-value}',
        'grids.yaml:7:11 grids[0].ring: the ring is not closed: repeat its first point at its end',
        'grids.yaml:7:12 grids[0].ring[0]: [36.08, 120.34] is not in China: write [longitude, latitude] in WGS-84 degrees',
      ]),
    );
  });

  it('names a category that nobody leads and a place that two lines claim', () => {
    const faults = faultsAfter({
      'duties.yaml': (text) =>
        text
          .replace('  - { category: E0112, lead: sanitation }\n', '')
          .replace('duties:\n', 'duties:\n  - { category: E0111, lead: sanitation }\n'),
    });
    expect(faults).toEqual([
      'duties.yaml:4:3 duties: nobody leads E0112: add a line for it',
      'duties.yaml:10:5 duties[5]: line 4 gives E0111 in the same place to sanitation: keep one of the two',
    ]);
  });

  it('points at keys that are not known and at values of a wrong type', () => {
    const faults = faultsAfter({
      'calendar.yaml': (text) => text.replace('lastKnownYear: 2026', 'lastKnownYear: soon\nlastYear: 2026'),
      'deadlines.yaml': (text) => text.replace('resolve: 4 working-hour', 'resolve: 4 hours'),
    });
    expect(faults.sort()).toEqual(
      [
        'calendar.yaml:8:1 lastYear: this key is not known here: remove it or correct its spelling',
        'calendar.yaml:7:16 lastKnownYear: lastKnownYear must be an integer number',
        "deadlines.yaml:24:43 rules[6].limits.resolve: resolve must be an amount and a unit (urgent-hour, working-hour, working-day, natural-day), e.g. '4 working-hour'",
      ].sort(),
    );
  });

  it('points at a key given twice and at broken YAML', () => {
    const faults = faultsAfter({
      'calendar.yaml': (text) => `${text}zone: Asia/Tokyo\n`,
      'matching.yaml': () => 'attachFrom: [6\n',
    });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['calendar.yaml:11:1', 'matching.yaml:2:1']);
  });

  it('passes on what an adapter says of its settings', () => {
    const faults = faultsAfter({}, (kind, settings) =>
      kind === 'urban-soap' && settings.token === 'demo-urban-token' ? [{ field: 'token', message: 'is too short' }] : [],
    );
    expect(faults).toEqual(['platforms.yaml:40:14 platforms[2].secrets.token: is too short']);
  });

  it('is missing when the folder is empty', () => {
    const dir = mkdtempSync(join(tmpdir(), 'huiliu-config-'));
    try {
      expect(() => loadReference(dir, {})).toThrow(
        'departments.yaml the file is missing: config/example has a commented one to start from',
      );
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
