import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { loadReference } from '#config/load-reference.js';
import { projectRoot } from '#config/project-root.js';
import { namedDue, usualDue } from './due-time.js';

const { deadlines, calendar } = loadReference(join(projectRoot(), 'config', 'demo'), {}).reference;
const policy = { ...deadlines, warnAtShare: 0.8 };
const NOON = new Date('2026-11-20T04:00:00Z');

describe('the due time of an undertaking', () => {
  it('warns after the share of the time until a named day', () => {
    expect(namedDue(NOON, new Date('2026-11-30T04:00:00Z'), policy)).toEqual({
      dueAt: new Date('2026-11-30T04:00:00Z'),
      warnAt: new Date('2026-11-28T04:00:00Z'),
    });
  });

  it('warns at once of a day that has passed', () => {
    const yesterday = new Date('2026-11-19T04:00:00Z');
    expect(namedDue(NOON, yesterday, policy)).toEqual({ dueAt: yesterday, warnAt: yesterday });
  });

  it('is the limit of claims where nobody named a day', () => {
    const stages = { ...policy.stages, claim: { amount: 10, unit: 'natural-day' as const } };
    expect(usualDue(NOON, { ...policy, stages }, calendar)).toEqual({
      dueAt: new Date('2026-11-30T04:00:00Z'),
      warnAt: new Date('2026-11-28T04:00:00Z'),
    });
  });
});
