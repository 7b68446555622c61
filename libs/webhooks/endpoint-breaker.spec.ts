import { describe, expect, it } from '@jest/globals';
import type { AttemptOutcome } from '#domain/delivery/delivery.js';
import { Clock } from '#domain/ports/clock.js';
import { showsLife } from '#domain/delivery/shows-life.js';
import { EndpointBreakers } from './endpoint-breaker.js';

class HandClock extends Clock {
  time = new Date('2026-11-26T00:00:00Z').getTime();

  override now(): Date {
    return new Date(this.time);
  }

  pass(seconds: number): void {
    this.time += seconds * 1000;
  }
}

const good: AttemptOutcome = { kind: 'confirmed', status: 200 };
const bad: AttemptOutcome = { kind: 'failed', reason: 'timed out after 100 ms' };
const policy = { failuresToOpen: 3, pauseMs: 10_000, longestPauseMs: 30_000, probesToClose: 2, probeLeaseMs: 60_000 };

function openBreaker(): { clock: HandClock; breakers: EndpointBreakers } {
  const clock = new HandClock();
  const breakers = new EndpointBreakers(clock, policy);
  for (const outcome of [bad, bad, bad]) breakers.report('water', outcome);
  return { clock, breakers };
}

describe('a breaker', () => {
  it('stays closed while failures are not in a row', () => {
    const breakers = new EndpointBreakers(new HandClock(), policy);
    for (const outcome of [bad, bad, good, bad, bad]) breakers.report('water', outcome);
    expect(breakers.ask('water')).toEqual({ kind: 'go' });
  });

  it('opens after so many failures in a row and says until when', () => {
    const { breakers } = openBreaker();
    expect(breakers.ask('water')).toEqual({ kind: 'wait', until: new Date('2026-11-26T00:00:10Z') });
  });

  it('leaves other targets alone', () => {
    const { breakers } = openBreaker();
    expect(breakers.ask('roads')).toEqual({ kind: 'go' });
  });

  it('lets one probe go after the pause', () => {
    const { clock, breakers } = openBreaker();
    clock.pass(10);
    expect(breakers.ask('water')).toEqual({ kind: 'go' });
    expect(breakers.ask('water')).toEqual({ kind: 'wait', until: new Date('2026-11-26T00:01:10Z') });
  });

  it('closes after enough good probes', () => {
    const { clock, breakers } = openBreaker();
    clock.pass(10);
    breakers.ask('water');
    breakers.report('water', good);
    expect(breakers.stateOf('water').kind).toBe('half-open');
    expect(breakers.ask('water')).toEqual({ kind: 'go' });
    breakers.report('water', good);
    expect(breakers.stateOf('water')).toEqual({ kind: 'closed', failures: 0 });
  });

  it('doubles the pause after a bad probe, up to the longest', () => {
    const { clock, breakers } = openBreaker();
    const pauses = [10, 20, 30, 30].map((seconds) => {
      clock.pass(seconds);
      expect(breakers.ask('water')).toEqual({ kind: 'go' });
      breakers.report('water', bad);
      const state = breakers.stateOf('water');
      return state.kind === 'open' ? (state.until.getTime() - clock.time) / 1000 : 0;
    });
    expect(pauses).toEqual([20, 30, 30, 30]);
  });

  it('sends another probe when the first was never reported', () => {
    const { clock, breakers } = openBreaker();
    clock.pass(10);
    breakers.ask('water');
    clock.pass(60);
    expect(breakers.ask('water')).toEqual({ kind: 'go' });
  });

  it('is not closed by an answer to something sent before it opened', () => {
    const { breakers } = openBreaker();
    breakers.report('water', good);
    expect(breakers.stateOf('water').kind).toBe('open');
  });
});

describe('a target that names a time', () => {
  const later = (status: number, notBefore: Date): AttemptOutcome => ({
    kind: 'failed',
    status,
    reason: `HTTP ${status}`,
    notBefore,
  });

  it.each([429, 503])('is let alone until then after %i, with all its messages', (status) => {
    const clock = new HandClock();
    const breakers = new EndpointBreakers(clock, policy);
    breakers.report('water', later(status, new Date('2026-11-26T00:02:00Z')));
    expect(breakers.ask('water')).toEqual({ kind: 'wait', until: new Date('2026-11-26T00:02:00Z') });
    expect(breakers.ask('roads')).toEqual({ kind: 'go' });
    clock.pass(120);
    expect(breakers.ask('water')).toEqual({ kind: 'go' });
  });

  it('is let alone for an hour at most', () => {
    const breakers = new EndpointBreakers(new HandClock(), policy);
    breakers.report('water', later(429, new Date('2026-12-26T00:00:00Z')));
    expect(breakers.ask('water')).toEqual({ kind: 'wait', until: new Date('2026-11-26T01:00:00Z') });
  });

  it('with any other status speaks of one message only', () => {
    const breakers = new EndpointBreakers(new HandClock(), policy);
    breakers.report('water', later(500, new Date('2026-11-26T00:02:00Z')));
    expect(breakers.ask('water')).toEqual({ kind: 'go' });
  });
});

describe('life at the other end', () => {
  it.each([
    ['a confirmation', good, true],
    ['a refused message', { kind: 'failed', status: 400, reason: 'HTTP 400' }, true],
    ['an endpoint that is gone', { kind: 'hopeless', status: 410, reason: 'HTTP 410' }, true],
    ['a server error', { kind: 'failed', status: 500, reason: 'HTTP 500' }, false],
    ['a plea to slow down', { kind: 'failed', status: 429, reason: 'HTTP 429' }, false],
    ['silence', bad, false],
    ['an unknown outcome', { kind: 'unknown', reason: 'timed out' }, false],
  ] as [string, AttemptOutcome, boolean][])('is read from %s', (_, outcome, alive) => {
    expect(showsLife(outcome)).toBe(alive);
  });
});
