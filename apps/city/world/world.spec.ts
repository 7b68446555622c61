import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { MATTER_KINDS } from '../matters/matter-kinds.js';
import { CITY_PLATFORMS } from './city-record.js';
import { readCitySettings } from './city-settings.js';
import { boundedWorld } from './world.js';

const settings = readCitySettings('config/demo');
const start = new Date('2026-11-22T02:00:00Z');
const world = (seed = 1, salt = 7) => boundedWorld({ seed, start, salt }, settings, 420, 15);
const matters = world();
const reports = matters.flatMap((matter) => matter.reports);
const records = reports.map(({ record }) => record);

interface DutyLine {
  readonly category: string;
  readonly street?: string;
  readonly community?: string;
  readonly lead: string;
}

describe('the bounded world', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(world()).toEqual(matters);
    expect(world(2)[0].reports[0].record.body).not.toBe(records[0].body);
  });

  it('differs in nothing but ids when the salt differs', () => {
    const other = world(1, 8).flatMap((matter) => matter.reports);
    expect(other.map(({ record }) => record.body.replace(/\d{19,}/, ''))).toEqual(
      records.map(({ body }) => body.replace(/\d{19,}/, '')),
    );
    const ids = new Set(records.map(({ platform, externalId }) => `${platform}/${externalId}`));
    expect(other.filter(({ record }) => ids.has(`${record.platform}/${record.externalId}`))).toEqual([]);
  });

  it('is large and wide enough to mean something', () => {
    expect(matters.length).toBe(420);
    expect(records.length).toBeGreaterThanOrEqual(640);
    expect(new Set(records.map(({ platform }) => platform)).size).toBe(5);
    expect(new Set(matters.map(({ truth }) => truth.department)).size).toBeGreaterThanOrEqual(24);
    expect(new Set(matters.map(({ truth }) => truth.gridCode)).size).toBeGreaterThanOrEqual(60);
  });

  it('lets every record belong to exactly one matter, under an id of its own', () => {
    const ids = new Set(records.map(({ platform, externalId }) => `${platform}/${externalId}`));
    expect(ids.size).toBe(records.length);
    for (const { truth, reports: own } of matters) {
      expect(own.length).toBeGreaterThanOrEqual(1);
      expect(own.length).toBeLessThanOrEqual(6);
      expect(own.every(({ record }) => record.matterId === truth.id)).toBe(true);
    }
  });

  it('lets every record appear within the time and after it was made', () => {
    for (const { appearsAt, record } of reports) {
      expect(appearsAt).toBeGreaterThanOrEqual(0);
      expect(appearsAt).toBeLessThanOrEqual(15_000);
      expect(record.reportedAt.getTime()).toBeLessThan(start.getTime());
    }
  });

  it('gives the portal no coordinates and fits ids to what the platforms can hold', () => {
    expect(records.filter(({ platform, place }) => platform === 'portal' && place.longitude !== undefined)).toEqual([]);
    expect(records.filter(({ platform, externalId }) => platform === 'hotline' && !/^\d+$/.test(externalId))).toEqual([]);
    expect(records.filter(({ platform, externalId }) => platform === 'urban' && externalId.length > 20)).toEqual([]);
  });

  it('leaves no placeholder in any text', () => {
    expect(records.filter(({ title, body }) => /[{}]|undefined/.test(title + body))).toEqual([]);
  });

  it('copies relayed reports from a record of the same matter', () => {
    const byId = new Map(records.map((record) => [`${record.platform}/${record.externalId}`, record]));
    const relays = records.filter(({ relayOf }) => relayOf !== undefined);
    expect(relays.length).toBeGreaterThan(20);
    for (const { relayOf, matterId } of relays) {
      expect(byId.get(`${relayOf!.platform}/${relayOf!.externalId}`)?.matterId).toBe(matterId);
    }
  });

  it('holds look-alikes of each sort', () => {
    expect(new Set(matters.map(({ truth }) => truth.likeness))).toEqual(
      new Set([undefined, 'next-door', 'same-place', 'same-words', 'long-ago']),
    );
  });

  it('agrees with the duty list in most matters and not in all', () => {
    const { duties } = parse(readFileSync('config/demo/duties.yaml', 'utf8')) as { duties: DutyLine[] };
    const weight = (line: DutyLine) => (line.community ? 2 : line.street ? 1 : 0);
    const agreed = matters.filter(({ truth }) => {
      const grid = settings.grids.find(({ code }) => code === truth.gridCode)!;
      const fitting = duties.filter(
        ({ category, street, community }) =>
          category === truth.category && (!street || street === grid.street) && (!community || community === grid.community),
      );
      return fitting.sort((a, b) => weight(b) - weight(a))[0]?.lead === truth.department;
    });
    expect(agreed.length / matters.length).toBeGreaterThan(0.93);
    expect(agreed.length / matters.length).toBeLessThan(0.99);
  });
});

describe('the kinds of matters', () => {
  it('are many, each of a category the hub knows and all five platforms can name', () => {
    expect(MATTER_KINDS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(MATTER_KINDS.map(({ id }) => id)).size).toBe(MATTER_KINDS.length);
    for (const { category } of MATTER_KINDS) expect(settings.siblings.has(category)).toBe(true);
    for (const system of settings.codes.values()) expect(system.size).toBeGreaterThan(30);
    expect(CITY_PLATFORMS.length).toBe(settings.codes.size);
  });
});
