import { as, type CategoryCode } from '../ids.js';
import { UNCLASSIFIED, type Place } from '../report/report.js';
import type { MatchSubject } from './match-subject.js';
import type { MatchingPolicy } from './matching-policy.js';
import { profileText } from './text-profile.js';

interface Sample {
  readonly id?: string;
  readonly platform?: string;
  readonly at?: string;
  readonly category?: string;
  readonly place?: Place;
  readonly caller?: string;
  readonly relayOf?: { readonly platform?: string; readonly externalId: string };
  readonly title?: string;
  readonly body?: string;
}

/** A report for specs: whatever is not given is absent or neutral. */
export function sampleSubject(sample: Sample = {}): MatchSubject {
  const { id = 'r1', platform = 'hotline', at = '2026-06-01T08:00:00Z', place = {}, title = '', body = '', relayOf } = sample;
  return {
    reportId: as(id),
    platform: as(platform),
    externalId: as(id),
    reportedAt: new Date(at),
    category: sample.category === undefined ? UNCLASSIFIED : as(sample.category),
    place,
    text: profileText(title, body, place.address),
    ...(sample.caller !== undefined && { reporterHash: sample.caller }),
    ...(relayOf && {
      relayOf: { externalId: as(relayOf.externalId), ...(relayOf.platform !== undefined && { platform: as(relayOf.platform) }) },
    }),
  };
}

/** A policy of round numbers for specs, so that tuning the real one breaks none of them. */
export const SAMPLE_POLICY: MatchingPolicy = {
  attachFrom: 6,
  suggestFrom: 3,
  weights: {
    identity: 30,
    relay: 20,
    text: 10,
    title: 4,
    'place-number': 4,
    'place-name': 2,
    'place-conflict': 5,
    'place-other': 2,
    'place-template': 6,
    district: 3,
    component: 5,
    distance: 3,
    grid: 1,
    area: 0.5,
    category: 1,
    'category-sibling': 0.4,
    'category-other': 4,
    time: 1,
    'time-outside': 5,
    caller: 1.5,
    platform: 0.2,
    case: 1,
  },
  nearMetres: new Map<CategoryCode | 'default', number>([
    ['default', 100],
    [as('P0120'), 50],
  ]),
  windowDays: new Map<CategoryCode | 'default', number>([
    ['default', 30],
    [as('A0201'), 90],
  ]),
  siblings: new Map([[as<CategoryCode>('E0113'), [as<CategoryCode>('E0505')]]]),
  neighbours: new Map([['G1', ['G2']]]),
};
