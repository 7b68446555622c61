import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { OperatorError } from '#domain/errors.js';
import { AccessToken } from './access-token.js';

const never = new AbortController().signal;

class Counter {
  now = new Date('2026-11-22T04:00:00Z');
  asked = 0;
  fails = false;
  open: (() => void) | undefined;

  token(expiresInSeconds: number | undefined, waits = false): AccessToken {
    const ask = async () => {
      const n = ++this.asked;
      if (waits) await new Promise<void>((resolve) => (this.open = resolve));
      if (this.fails) throw new OperatorError('PLATFORM_CREDENTIAL_REFUSED', 'no');
      return { token: `sesame-${n}`, expiresInSeconds };
    };
    return new AccessToken(ask, () => this.now);
  }
}

describe('a token', () => {
  it('is asked for once while it is good', async () => {
    const counter = new Counter();
    const token = counter.token(7200);
    expect([await token.get(never), await token.get(never)]).toEqual(['sesame-1', 'sesame-1']);
  });

  it.each([
    [7200, '2026-11-22T05:58:59Z', 'sesame-1'],
    [7200, '2026-11-22T05:59:00Z', 'sesame-2'],
    [100, '2026-11-22T04:01:29Z', 'sesame-1'],
    [100, '2026-11-22T04:01:30Z', 'sesame-2'],
    [undefined, '2027-11-22T04:00:00Z', 'sesame-1'],
    [0, '2026-11-22T04:00:00Z', 'sesame-2'],
  ])('that lives %p s is, at %s, %s', async (life, at, expected) => {
    const counter = new Counter();
    const token = counter.token(life);
    await token.get(never);
    counter.now = new Date(at);
    expect(await token.get(never)).toBe(expected);
  });

  it('is asked for once when many find it ended at the same time', async () => {
    const counter = new Counter();
    const token = counter.token(7200, true);
    const many = Array.from({ length: 10 }, () => token.get(never));
    counter.open?.();
    expect(new Set(await Promise.all(many))).toEqual(new Set(['sesame-1']));
    expect(counter.asked).toBe(1);
  });

  it('is dropped once, however many requests it failed', async () => {
    const counter = new Counter();
    const token = counter.token(7200);
    const old = await token.get(never);
    token.drop(old);
    expect(await token.get(never)).toBe('sesame-2');
    token.drop(old);
    expect(await token.get(never)).toBe('sesame-2');
  });

  it('is asked for again after a failure', async () => {
    const counter = new Counter();
    counter.fails = true;
    const token = counter.token(7200);
    await expect(token.get(never)).rejects.toBeInstanceOf(OperatorError);
    counter.fails = false;
    expect(await token.get(never)).toBe('sesame-2');
  });

  it('reaches the others when one of those who wait is stopped', async () => {
    const counter = new Counter();
    const token = counter.token(7200, true);
    const stop = new AbortController();
    const first = token.get(stop.signal);
    const second = token.get(never);
    stop.abort();
    await expect(first).rejects.toMatchObject({ name: 'TransientError' });
    counter.open?.();
    expect(await second).toBe('sesame-1');
  });

  it('is not shown', async () => {
    const token = new Counter().token(7200);
    await token.get(never);
    expect(inspect(token, { depth: 9, showHidden: true })).not.toContain('sesame');
  });
});
