import { as } from '#domain/ids.js';
import type { UndertakingId } from '#domain/ids.js';
import { openingOf } from '#domain/undertaking/decide-undertaking.js';
import { openUndertaking } from '#domain/undertaking/evolve-undertaking.js';
import type { Pledge, Undertaking, UndertakingSubject } from '#domain/undertaking/undertaking.js';
import { NOON } from './a-case.js';

/** What an undertaking is about; boring unless told otherwise. */
export const aSubject = (changes: Partial<UndertakingSubject> = {}): UndertakingSubject => ({
  list: 'need',
  title: '老旧小区加装电动车棚',
  what: '岚前社区三栋楼下没有电动车棚，居民在楼道充电',
  street: '云岚街道',
  ...changes,
});

/** What the urban management answers for until two days after noon; its clock warns after a day. */
export const aPledge = (changes: Partial<Pledge> = {}): Pledge => ({
  owner: as('urban-management'),
  dueAt: new Date('2026-11-22T04:00:00Z'),
  warnAt: new Date('2026-11-21T04:00:00Z'),
  ...changes,
});

/** An undertaking as it is put on its list. */
export const anUndertaking = (subject: Partial<UndertakingSubject> = {}, pledge?: Pledge): Undertaking =>
  openUndertaking(as<UndertakingId>('undertaking-1'), openingOf(aSubject(subject), pledge, 'operator:li', NOON));
