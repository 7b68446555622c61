import { describe, expect, it } from '@jest/globals';
import { as } from '../ids.js';
import type { ReportDraft } from './report.js';
import { normaliseReport } from './normalise-report.js';

const NOON = new Date('2026-11-20T04:00:00Z');
const bodyOf = (body: string): string => {
  const draft: ReportDraft = {
    externalId: as('1'),
    reportedAt: NOON,
    sourceUpdatedAt: NOON,
    title: '噪音',
    body,
    nature: 'complaint',
    urgency: 'normal',
    place: {},
  };
  const identity = { id: as<never>('r1'), platform: as<never>('hotline'), sealed: {}, receivedAt: NOON };
  const normalised = normaliseReport(draft, identity, { mappings: new Map(), grids: new Map() }, () => undefined);
  return normalised.kind === 'report' ? normalised.report.body : '';
};

describe('normaliseReport', () => {
  it('cuts an endless text and says so where it is read', () => {
    const cut = bodyOf('吵'.repeat(34_000));

    expect(cut.length).toBe(20_028);
    expect(cut.slice(19_998)).toBe('吵吵……（原文 34000 字，此处只录前 20000 字）');
  });

  it('leaves a text of the greatest length as it is', () => {
    expect(bodyOf('吵'.repeat(20_000))).toBe('吵'.repeat(20_000));
  });
});
