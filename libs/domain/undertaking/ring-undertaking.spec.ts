import { describe, expect, it } from '@jest/globals';
import { aPledge, anUndertaking } from '#test/support/builders/an-undertaking.js';
import { evolveUndertaking } from './evolve-undertaking.js';
import { ringUndertaking } from './ring-undertaking.js';
import type { Undertaking } from './undertaking.js';

const at = (time: string): Date => new Date(`2026-11-${time}:00Z`);
const item = anUndertaking({ list: 'item' }, aPledge());
const said = (current: Undertaking, now: Date): string[] => ringUndertaking(current, now).map(({ type }) => type);
const rung = (current: Undertaking, now: Date): Undertaking => ringUndertaking(current, now).reduce(evolveUndertaking, current);
const assigned = (current: Undertaking, dueAt: string, warnAt: string): Undertaking =>
  evolveUndertaking(current, {
    type: 'undertaking.assigned',
    at: at('22T05:00'),
    actor: 'operator:li',
    data: { owner: aPledge().owner, dueAt: at(dueAt).toISOString(), warnAt: at(warnAt).toISOString() },
  });

describe('the clock of an undertaking', () => {
  it('warns and rings on the instant, not before', () => {
    expect(said(item, new Date(at('21T04:00').getTime() - 1))).toEqual([]);
    expect(said(item, at('21T04:00'))).toEqual(['undertaking.due_soon']);
    const warned = rung(item, at('21T04:00'));
    expect(said(warned, new Date(at('22T04:00').getTime() - 1))).toEqual([]);
    expect(said(warned, at('22T04:00'))).toEqual(['undertaking.overdue']);
  });

  it('says both after an outage, and neither again when the clock is set back', () => {
    expect(said(item, at('25T00:00'))).toEqual(['undertaking.due_soon', 'undertaking.overdue']);
    const both = rung(item, at('25T00:00'));
    expect([said(both, at('21T12:00')), said(both, at('25T00:00'))]).toEqual([[], []]);
  });

  it('rings again for another due time only', () => {
    const late = rung(item, at('22T04:00'));
    expect(said(assigned(late, '22T04:00', '22T03:00'), at('23T00:00'))).toEqual([]);
    expect(said(assigned(late, '24T04:00', '23T04:00'), at('24T04:00'))).toEqual(['undertaking.due_soon', 'undertaking.overdue']);
  });

  it('is silent for what nobody promised and for what has ended', () => {
    expect(said(anUndertaking(), at('25T00:00'))).toEqual([]);
    expect(said({ ...item, endedAt: at('20T05:00') }, at('25T00:00'))).toEqual([]);
  });
});
