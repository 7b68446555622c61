import { describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { as, type CategoryCode } from '#domain/ids.js';
import { ConfigInvalidError, formatFault } from './config-fault.js';
import { loadReference, type ValidateSettings } from './load-reference.js';
import { projectRoot } from './project-root.js';

const demo = join(projectRoot(), 'config', 'demo');
const example = join(projectRoot(), 'config', 'example');

/** Loads a copy of the example set in which `edits` changed some files, and returns the faults as lines. */
function faultsAfter(edits: Record<string, (text: string) => string>, validateSettings?: ValidateSettings): string[] {
  const dir = mkdtempSync(join(tmpdir(), 'huiliu-config-'));
  try {
    cpSync(example, dir, { recursive: true });
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
    expect(city.reference.categories.size).toBe(298);
    expect(city.reference.grids.size).toBe(96);
    expect(city.platforms.map(({ id }) => id)).toEqual(['hotline', 'portal', 'urban', 'grid', 'ejia', 'fixmystreet']);
    expect(city.endpoints).toHaveLength(28);
  });

  it('covers every category of the simulated city in every code system', () => {
    const systems = [...city.reference.mappings].map(([system, codes]) => [system, new Set(codes.values()).size]);
    expect(Object.fromEntries(systems)).toEqual({
      'cjt-214@old': 48,
      'ejia-service@1': 48,
      'gb-30428@2': 48,
      'hotline-taxonomy@1': 48,
      'open311@1': 48,
      'portal-domain@1': 48,
    });
  });

  it('names one foreign code for every category, so that a code can be read both ways', () => {
    expect([...city.reference.mappings.values()].map((codes) => codes.size)).toEqual([48, 48, 48, 48, 48, 48]);
  });

  it('swaps the event classes 04 and 05 of the older generation', () => {
    const old = city.reference.mappings.get('cjt-214@old');
    expect([old?.get('E0402'), old?.get('E0501')]).toEqual(['E0501', 'E0401']);
  });

  it('puts the environment into addresses and keeps defaults for the rest', () => {
    expect(city.platforms[0]).toMatchObject({
      settings: { baseUrl: 'http://127.0.0.1:1/hotline', apiKey: 'demo-hotline-key', pageSize: 100 },
      secretNames: ['apiKey'],
    });
  });
});

describe('the example configuration', () => {
  const { reference, platforms } = loadReference(example, {});

  it('loads as it is, so that a new city starts from something that works', () => {
    expect([reference.departments.size, reference.categories.size, platforms.length]).toEqual([28, 298, 1]);
  });

  it('knows on which line of its file a duty stands', () => {
    const duties = reference.duties.duties.get(as<CategoryCode>('E0136'));
    expect(duties?.map(({ line, lead }) => [line, lead])).toEqual([
      [13, 'street-one'],
      [12, 'urban-management'],
    ]);
    const listed = reference.duties.duties.get(as<CategoryCode>('P0102'));
    expect(listed).toMatchObject([{ list: 'P01', lead: 'water-affairs', supervisor: 'urban-management', first: 'owner' }]);
  });
});

describe('a faulty configuration', () => {
  it('is reported whole, each fault with its place', () => {
    const faults = faultsAfter({
      'departments.yaml': (text) => text.replace('id: street-one', 'id: street-two'),
      'duties.yaml': (text) => text.replace('lead: urban-management', 'lead: urban-managment'),
      'platforms.yaml': (text) => text.replace('${HOTLINE_KEY:-replace-me}', '${HOTLINE_KEY}'),
    });
    expect(faults).toEqual([
      'departments.yaml:34:11 departments[25].id: street-two is there already: give each department its own id',
      'duties.yaml:12:30 duties[0].lead: there is no department urban-managment: add it to departments.yaml',
      'duties.yaml:13:60 duties[1].lead: there is no department street-one: add it to departments.yaml',
      'duties.yaml:22:9 territory.第一街道: there is no department street-one: add it to departments.yaml',
      'platforms.yaml:18:24 ${HOTLINE_KEY}: the environment variable HOTLINE_KEY is not set: set it, or write ${HOTLINE_KEY:-value}',
    ]);
  });

  it('points at keys that are not known and at values of a wrong type', () => {
    const faults = faultsAfter({
      'calendar.yaml': (text) => text.replace('lastKnownYear: 2026', 'lastKnownYear: soon\nlastYear: 2026'),
      'deadlines.yaml': (text) => text.replace('resolve: 4 working-hour', 'resolve: 4 hours'),
    });
    expect(faults).toEqual([
      "deadlines.yaml:16:43 rules[1].limits.resolve: resolve must be an amount and a unit (urgent-hour, working-hour, working-day, natural-day), e.g. '4 working-hour'",
      'calendar.yaml:10:1 lastYear: this key is not known here: remove it or correct its spelling',
      'calendar.yaml:9:16 lastKnownYear: lastKnownYear must be an integer number',
    ]);
  });

  it('points at a key given twice and at broken YAML', () => {
    const faults = faultsAfter({
      'calendar.yaml': (text) => `zone: Asia/Tokyo\n${text}`,
      'matching.yaml': () => 'attachFrom: [6\n',
    });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['calendar.yaml:8:1', 'matching.yaml:2:1']);
  });

  it('passes on what an adapter says of its settings', () => {
    const faults = faultsAfter({}, (kind, { pageSize, apiKey }) =>
      kind === 'hotline' && pageSize === 100 && apiKey === 'replace-me' ? [{ field: 'apiKey', message: 'is too short' }] : [],
    );
    expect(faults).toEqual(['platforms.yaml:18:24 platforms[0].secrets.apiKey: is too short']);
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
