import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RejectedError, TransientError } from '#domain/errors.js';
import { as } from '#domain/ids.js';
import type { TakenDelivery } from '#domain/ports/delivery-store.js';
import { PlatformAdapter } from '#domain/ports/platform-adapter.js';
import type { PlatformUpdate, ReadBack } from '#domain/ports/platform-adapter.js';
import { Platforms } from '#domain/ports/platforms.js';
import { WriteBackCourier } from './write-back-courier.js';

/** How a platform takes one write. `loses`: it fails before it keeps anything; `drops`: it says yes and keeps nothing; `mute`: it keeps the answer and fails then. */
type Mood = 'keeps' | 'loses' | 'drops' | 'mute' | 'refuses' | 'slow';
/** Whether it can be looked at. */
type Sight = 'sees' | 'blind';

const unreachable = () => new TransientError('PLATFORM_UNREACHABLE', 'nobody there');

/** A platform that shows every answer it was ever given, twice if it was given twice. */
class ForgetfulPlatform extends PlatformAdapter {
  readonly shown: string[] = [];
  readonly pending: string[] = [];
  readonly calls: string[] = [];

  constructor(
    private readonly moods: Mood[],
    private readonly sights: Sight[] = [],
  ) {
    super();
  }

  override describe = () => ({ kind: 'test', title: '测试', capabilities: ['push-update'] as const });
  override check = async () => ({ kind: 'ok' as const, detail: '' });
  override map = () => ({ kind: 'rejected' as const, faults: [] });

  override async pushUpdate({ reference }: PlatformUpdate): Promise<void> {
    this.calls.push('write');
    const mood = this.moods.shift() ?? 'keeps';
    if (mood === 'refuses') throw new RejectedError('PLATFORM_REQUEST_REFUSED', 'no such record');
    if (mood === 'keeps' || mood === 'mute') this.shown.push(reference);
    if (mood === 'slow') this.pending.push(reference);
    if (mood === 'loses' || mood === 'mute') throw unreachable();
  }

  override async readBack({ reference }: PlatformUpdate): Promise<ReadBack> {
    this.calls.push('look');
    if (this.sights.shift() === 'blind') throw unreachable();
    if (this.shown.includes(reference)) return { kind: 'shown' };
    if (!this.pending.includes(reference)) return { kind: 'absent' };
    this.shown.push(...this.pending.splice(0));
    return { kind: 'pending' };
  }
}

class OnePlatform extends Platforms {
  constructor(private readonly adapter: PlatformAdapter) {
    super();
  }
  override all = () => [{ id: as<never>('portal'), title: '网民留言', pullEverySeconds: 1, adapter: this.adapter }];
  override find = () => this.all()[0];
}

const answer = (wasUnknown: boolean): TakenDelivery => ({
  id: as('0197a8a0-0000-7000-8000-000000000001'),
  channel: 'write-back',
  target: 'portal',
  caseId: as('c'),
  reportId: as('r'),
  type: 'answer',
  payload: { externalId: 'P-1', text: '路灯已修好', department: '城管局' },
  createdAt: new Date('2026-11-26T00:00:00Z'),
  attempts: 0,
  attemptsInPlan: 0,
  wasUnknown,
});
const never = new AbortController().signal;
const carry = (platform: PlatformAdapter, wasUnknown = false) =>
  new WriteBackCourier(new OnePlatform(platform)).carry(answer(wasUnknown), never);

describe('an answer on its way to a platform', () => {
  it('is confirmed once it was written and seen', async () => {
    const platform = new ForgetfulPlatform(['keeps']);
    expect(await carry(platform)).toEqual({ kind: 'confirmed' });
    expect(platform.calls).toEqual(['write', 'look']);
  });

  it('is of unknown fate when the platform fails, and looked for before it is written again', async () => {
    const platform = new ForgetfulPlatform(['mute']);
    expect(await carry(platform)).toEqual({ kind: 'unknown', reason: 'PLATFORM_UNREACHABLE: nobody there' });
    expect(await carry(platform, true)).toEqual({ kind: 'confirmed' });
    expect(platform.calls).toEqual(['write', 'look']);
  });

  it('is written again when it is not there', async () => {
    const platform = new ForgetfulPlatform(['loses', 'keeps']);
    await carry(platform);
    expect(await carry(platform, true)).toEqual({ kind: 'confirmed' });
    expect(platform.calls).toEqual(['write', 'look', 'write', 'look']);
  });

  it('is believed to be there only when it is seen', async () => {
    const platform = new ForgetfulPlatform(['drops', 'keeps']);
    expect(await carry(platform)).toEqual({ kind: 'unknown', reason: 'written, absent when read back' });
    expect(await carry(platform, true)).toEqual({ kind: 'confirmed' });
    expect(platform.calls).toEqual(['write', 'look', 'look', 'write', 'look']);
  });

  it('is of unknown fate while the platform takes its time, and not written a second time', async () => {
    const platform = new ForgetfulPlatform(['slow']);
    expect(await carry(platform)).toEqual({ kind: 'unknown', reason: 'written, pending when read back' });
    expect(await carry(platform, true)).toEqual({ kind: 'confirmed' });
    expect(platform.calls.filter((call) => call === 'write')).toHaveLength(1);
  });

  it('is hopeless when the platform refuses it for what it is', async () => {
    expect(await carry(new ForgetfulPlatform(['refuses']))).toEqual({
      kind: 'hopeless',
      reason: 'PLATFORM_REQUEST_REFUSED: no such record',
    });
  });

  it('is shown to the citizen once, whatever the platform does, and confirmed only when it is', async () => {
    const mood = fc.constantFrom<Mood>('keeps', 'loses', 'drops', 'mute', 'slow');
    const sight = fc.constantFrom<Sight>('sees', 'blind');
    await fc.assert(
      fc.asyncProperty(fc.array(mood, { maxLength: 6 }), fc.array(sight, { maxLength: 8 }), async (moods, sights) => {
        const platform = new ForgetfulPlatform([...moods], [...sights]);
        let kind = (await carry(platform)).kind;
        for (let attempt = 1; attempt < 20 && kind !== 'confirmed'; attempt += 1) {
          kind = (await carry(platform, true)).kind;
          expect(platform.shown.length).toBeLessThanOrEqual(1);
        }
        expect([kind, platform.shown]).toEqual(['confirmed', ['0197a8a0-0000-7000-8000-000000000001']]);
      }),
    );
  });
});
