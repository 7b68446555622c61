import { describe, expect, it } from '@jest/globals';
import { as, type CategoryCode, type DepartmentId } from '../../ids.js';
import type { RouteSubject } from '../route.js';
import { OnlineRouter } from './online-router.js';
import type { RouterSettings } from './router-settings.js';
import type { SavedRouter } from './saved-router.js';

const department = (id: string): DepartmentId => as<DepartmentId>(id);
const NAMES = new Map([
  ['red-service', '红桥街道服务中心'],
  ['blue-service', '蓝湾街道服务中心'],
]);
const settings = (changes: Partial<RouterSettings> = {}): RouterSettings => ({
  wanted: 0.92,
  aliases: new Map(),
  nameOf: (id) => NAMES.get(id),
  exists: () => true,
  ...changes,
});

const on = (day: number): Date => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000);
const subject = (code: string, community: string, day: number, changes: Partial<RouteSubject> = {}): RouteSubject => ({
  category: as<CategoryCode>(code),
  nature: 'complaint',
  place: { street: `${community.slice(0, 2)}街道`, community },
  title: '',
  body: '',
  channel: 'hotline',
  reportedAt: on(day),
  returnedBy: [],
  ...changes,
});
const firstOf = (router: OnlineRouter, asked: RouteSubject): string | undefined => router.predict(asked).at(0)?.department;

/** Lamps to the utility, stalls to the police: every day one of each. */
function regular(router: OnlineRouter, days: number): OnlineRouter {
  for (let day = 0; day < days; day += 1) {
    router.learn(subject('E0101', '红桥一社区', day), department('utility'));
    router.learn(subject('E0202', '红桥二社区', day), department('police'));
    router.learn(subject('E0303', '红桥二社区', day), department(day % 3 === 0 ? 'sanitation' : 'parks'));
  }
  return router;
}

describe('OnlineRouter', () => {
  it('knows nobody before its first case', () => {
    const router = new OnlineRouter(settings());
    expect(router.predict(subject('E0101', '红桥一社区', 0))).toEqual([]);
    expect(router.threshold).toBeGreaterThan(1);
  });

  it('sends what is alike where it went, names three and says why', () => {
    const candidates = regular(new OnlineRouter(settings()), 40).predict(subject('E0101', '红桥一社区', 40));
    expect(candidates.map((candidate) => candidate.department)).toEqual(['utility', 'police', 'parks']);
    expect(candidates[0].confidence).toBeGreaterThan(0.9);
    expect(candidates[0].because).toContain('同街道同类诉求近期折合 32 件，其中 32 件由其办理');
    expect(candidates[1].confidence).toBeLessThan(0.1);
  });

  it('does not decide before 200 outcomes are on record, and then from the confidence that was right often enough', () => {
    const young = regular(new OnlineRouter(settings()), 60);
    expect(young.threshold).toBeGreaterThan(1);
    const router = regular(new OnlineRouter(settings()), 120);
    const [lamp] = router.predict(subject('E0101', '红桥一社区', 120));
    const [unclear] = router.predict(subject('E0303', '红桥二社区', 120));
    expect(lamp.confidence).toBeGreaterThanOrEqual(router.threshold);
    expect(unclear.confidence).toBeLessThan(router.threshold);
  });

  it('abstains for good where the past says nothing of the future', () => {
    const router = new OnlineRouter(settings());
    let state = 7;
    for (let i = 0; i < 600; i += 1) {
      state = (state * 16_807) % 2_147_483_647;
      router.learn(subject('E0101', '红桥一社区', i / 10), department(`unit-${state % 5}`));
    }
    expect(router.threshold).toBeGreaterThan(1);
  });

  it('gives up an old habit for a new one', () => {
    const router = new OnlineRouter(settings());
    for (let day = 0; day < 100; day += 1) router.learn(subject('E0101', '红桥一社区', day), department('old'));
    for (let day = 100; day < 110; day += 1) router.learn(subject('E0101', '红桥一社区', day), department('new'));
    expect(firstOf(router, subject('E0101', '红桥一社区', 110))).toBe('new');
  });

  it('learns of a renamed unit what it learned of the old one, and never foretells the old name', () => {
    const aliases = new Map([['utility', 'power']]);
    const router = regular(new OnlineRouter(settings({ aliases })), 40);
    expect(firstOf(router, subject('E0101', '红桥一社区', 40))).toBe('power');
    expect(JSON.stringify(router.save())).not.toContain('utility');
    const returned = subject('E0101', '红桥一社区', 40, { returnedBy: [department('utility')] });
    expect(router.predict(returned).map((candidate) => candidate.department)).not.toContain('power');
  });

  it('passes over who returned the case and who is gone, and still names three', () => {
    const router = regular(new OnlineRouter(settings({ exists: (id) => id !== 'parks' })), 40);
    router.learn(subject('E0404', '红桥二社区', 40), department('water'));
    const asked = subject('E0101', '红桥一社区', 40, { returnedBy: [department('utility')] });
    const named = router.predict(asked).map((candidate) => candidate.department);
    expect([...named].sort()).toEqual(['police', 'sanitation', 'water']);
  });

  it('sends a kind that is new to a street to the unit that does the same work there', () => {
    const router = new OnlineRouter(settings());
    for (let day = 0; day < 40; day += 1) {
      for (const code of ['E0501', 'E0502', 'E0503']) {
        router.learn(subject(code, '红桥一社区', day), department('red-service'));
        router.learn(subject(code, '蓝湾一社区', day), department('blue-service'));
      }
      router.learn(subject('A0606', '红桥一社区', day), department('police'));
      router.learn(subject('A0606', '蓝湾一社区', day), department('police'));
    }
    for (let day = 0; day < 5; day += 1) router.learn(subject('C0505', '红桥一社区', 40), department('red-service'));
    expect(firstOf(router, subject('C0505', '蓝湾一社区', 41))).toBe('blue-service');
  });

  it('reads the letter where nothing else tells cases apart', () => {
    const router = new OnlineRouter(settings());
    for (let day = 0; day < 40; day += 1) {
      router.learn(subject('X', '红桥一社区', day, { title: '路灯不亮', body: `第${day}盏灯坏了` }), department('utility'));
      router.learn(subject('X', '红桥一社区', day, { title: '摆摊占道', body: `摊贩${day}个` }), department('police'));
    }
    const letter = (title: string): RouteSubject => subject('X', '红桥一社区', 40, { title });
    expect(firstOf(router, letter('门口的路灯又不亮了'))).toBe('utility');
    expect(firstOf(router, letter('又有人摆摊'))).toBe('police');
  });

  it('goes on from what was saved as if it had never stopped', () => {
    const whole = regular(new OnlineRouter(settings()), 100);
    const saved = JSON.parse(JSON.stringify(regular(new OnlineRouter(settings()), 100).save())) as SavedRouter;
    const restored = OnlineRouter.restore(saved, settings());
    expect(restored.taught).toBe(300);
    expect(restored.threshold).toBeCloseTo(whole.threshold, 3);
    for (const router of [whole, restored]) router.learn(subject('E0404', '红桥一社区', 101), department('water'));
    for (const code of ['E0101', 'E0303', 'E0404']) {
      const [asked, expected] = [restored, whole].map((router) => router.predict(subject(code, '红桥一社区', 102)));
      expect(asked.map((candidate) => candidate.department)).toEqual(expected.map((candidate) => candidate.department));
      expect(asked[0].confidence).toBeCloseTo(expected[0].confidence, 2);
    }
  });
});
