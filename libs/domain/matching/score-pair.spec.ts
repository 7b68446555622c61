import { describe, expect, it } from '@jest/globals';
import type { MatchSubject } from './match-subject.js';
import { GramCounts, Rarity } from './rarity.js';
import { SAMPLE_POLICY, sampleSubject } from './sample-subject.js';
import { scorePair } from './score-pair.js';
import { profileText } from './text-profile.js';

const shareOf = (a: MatchSubject, b: MatchSubject, signal: string): number | undefined =>
  scorePair(a, b, SAMPLE_POLICY).shares.find((found) => found.signal === signal)?.share;

const LETTER = '小区门前的路面塌陷了一个大坑，雨天积水看不见深浅，电动车摔倒过两回，夜里没有围挡和警示灯，望尽快修复';

describe('scorePair', () => {
  it('is the sum of its shares', () => {
    const a = sampleSubject({ id: 'a', title: '路面塌陷', body: LETTER, place: { address: '建国路88号' } });
    const b = sampleSubject({ id: 'b', title: '路面塌陷', body: LETTER, place: { address: '建国路90号' } });
    const { score, shares } = scorePair(a, b, SAMPLE_POLICY);
    expect(shares.map(({ signal }) => signal)).toEqual(['text', 'title', 'place-conflict', 'place-template', 'time']);
    expect(score).toBe(4);
  });

  it('knows the same record of the same platform', () => {
    expect(shareOf(sampleSubject({ id: 'x' }), sampleSubject({ id: 'x' }), 'identity')).toBe(30);
    expect(shareOf(sampleSubject({ id: 'x' }), sampleSubject({ id: 'x', platform: 'grid' }), 'identity')).toBeUndefined();
  });

  it.each([
    ['names the record and its platform', { platform: 'hotline', externalId: 'h7' }, 20],
    ['names the record without a platform', { externalId: 'h7' }, 20],
    ['names a record of another platform', { platform: 'portal', externalId: 'h7' }, undefined],
    ['names another record', { platform: 'hotline', externalId: 'h8' }, undefined],
  ])('counts a relay that %s', (_name, relayOf, expected) => {
    const copy = sampleSubject({ id: 'u1', platform: 'urban', relayOf });
    expect(shareOf(sampleSubject({ id: 'h7' }), copy, 'relay')).toBe(expected);
  });

  it('counts two copies of one origin as a relay', () => {
    const relayOf = { platform: 'hotline', externalId: 'h7' };
    expect(
      shareOf(
        sampleSubject({ id: 'u', platform: 'urban', relayOf }),
        sampleSubject({ id: 'g', platform: 'grid', relayOf }),
        'relay',
      ),
    ).toBe(20);
  });

  it('counts equal texts in full and strangers little', () => {
    const a = sampleSubject({ id: 'a', body: LETTER });
    expect(shareOf(a, sampleSubject({ id: 'b', body: LETTER }), 'text')).toBe(10);
    const stranger = '社保卡补办后养老金两个月没有到账，窗口说系统升级，银行说等通知，老人靠这笔钱买药';
    expect(shareOf(a, sampleSubject({ id: 'c', body: stranger }), 'text')).toBeUndefined();
  });

  it('never attaches a very short text on text alone', () => {
    const { score } = scorePair(
      sampleSubject({ id: 'a', title: '井盖丢失', body: '井盖丢失' }),
      sampleSubject({ id: 'b', title: '井盖丢失', body: '井盖丢失' }),
      SAMPLE_POLICY,
    );
    expect(score).toBeLessThan(SAMPLE_POLICY.attachFrom);
  });

  it('says nothing of texts that are empty', () => {
    expect(
      scorePair(sampleSubject({ id: 'a' }), sampleSubject({ id: 'b' }), SAMPLE_POLICY).shares.map(({ signal }) => signal),
    ).toEqual(['time']);
  });

  it('weighs words that the city seldom writes more than those of every letter', () => {
    const counts = new GramCounts();
    for (let letter = 0; letter < 4000; letter += 1) counts.add(profileText('', '路面塌陷'));
    const policy = { ...SAMPLE_POLICY, rarity: new Rarity(counts) };
    const a = sampleSubject({ id: 'a', body: '路面塌陷，暗渠盖板' });
    const textOf = (body: string): number =>
      scorePair(a, sampleSubject({ id: 'b', body }), policy).shares.find(({ signal }) => signal === 'text')!.share;
    expect([textOf('路面塌陷，绿化带没有浇水'), textOf('暗渠盖板，绿化带没有浇水')]).toEqual([0.552, 5.121]);
  });

  it('finds a place that the other text speaks of without the word for its kind', () => {
    const a = sampleSubject({ id: 'a', title: '碧波兰庭小区违规开餐厅' });
    const b = sampleSubject({ id: 'b', title: '碧波兰庭的餐厅夜里很吵' });
    expect(shareOf(a, b, 'place-name')).toBe(1.332);
  });

  it('weighs by other weights where a category is missing', () => {
    const policy = { ...SAMPLE_POLICY, unsorted: { unsorted: -1.5, caller: 7 } };
    const [a, b] = ['a', 'b'].map((id) => sampleSubject({ id, caller: 'f00d', category: 'E0113' }));
    const unsorted = sampleSubject({ id: 'c', caller: 'f00d' });
    expect(scorePair(a, b, policy).shares.map(({ signal, share }) => [signal, share])).toEqual([
      ['category', 1],
      ['time', 1],
      ['caller', 1.5],
    ]);
    expect(scorePair(a, unsorted, policy).shares.map(({ signal, share }) => [signal, share])).toEqual([
      ['unsorted', -1.5],
      ['caller', 7],
    ]);
  });

  it.each([
    ['the same house', '建国路88号', '建国路８８号', 'place-number', 4],
    ['another house', '建国路88号', '建国路90号', 'place-conflict', -5],
    ['the same building', '阳光花园3栋', '阳光花园小区三号楼', 'place-number', 4],
    ['another building', '阳光花园3栋', '阳光花园13栋', 'place-conflict', -5],
    ['another lamp post', '建国路12号灯杆', '建国路(灯杆号112)', 'place-conflict', -5],
    ['the same numbered lamp', '路灯编号A-103', '路灯编号：A103', 'place-number', 4],
    ['another numbered lamp', '路灯编号A-103', '路灯编号A-104', 'place-conflict', -5],
    ['the same estate', '阳光花园', '阳光花园3栋', 'place-name', 1.332],
    ['the same street', '建国路', '建国路88号', 'place-name', 1.332],
    ['a street with more in front', '据说柳荫路', '启动柳荫路', 'place-name', 1.332],
    ['another part of the street', '建国东路', '建国西路', 'place-other', -2],
    ['other places', '建国路', '临江路', 'place-other', -2],
    ['other doors', '建国路88号', '临江路88号', 'place-conflict', -5],
    ['other districts', 'A3区', 'A5区', 'district', -3],
  ])('compares named places: %s', (_name, mine, theirs, signal, expected) => {
    const [a, b] = [sampleSubject({ id: 'a', place: { address: mine } }), sampleSubject({ id: 'b', place: { address: theirs } })];
    expect(shareOf(a, b, signal)).toBe(expected);
  });

  it('holds a template letter about another place against itself', () => {
    const a = sampleSubject({ id: 'a', body: LETTER, place: { address: '建国路' } });
    const b = sampleSubject({ id: 'b', body: LETTER, place: { address: '临江路' } });
    expect(shareOf(a, b, 'place-template')).toBe(-6);
  });

  it.each([
    ['the same spot', 0, 'E0113', 3],
    ['half the scale', 0.000449, 'E0113', 1.501],
    ['half the scale of a lamp', 0.0002246, 'P0120', 1.5],
    ['far away', 0.01, 'E0113', -6],
  ])('scales the distance by category: %s', (_name, north, category, expected) => {
    const a = sampleSubject({ id: 'a', category, place: { longitude: 120, latitude: 36 } });
    const b = sampleSubject({ id: 'b', category, place: { longitude: 120, latitude: 36 + north } });
    expect(shareOf(a, b, 'distance')).toBe(expected);
  });

  it('counts every sign of the same spot', () => {
    const place = { address: '建国路88号', longitude: 120, latitude: 36, community: '临江社区' };
    const { shares } = scorePair(sampleSubject({ id: 'a', place }), sampleSubject({ id: 'b', place }), SAMPLE_POLICY);
    expect(shares.map(({ signal, share }) => [signal, share])).toEqual([
      ['place-number', 4],
      ['distance', 3],
      ['area', 0.5],
      ['time', 1],
    ]);
  });

  it.each([
    ['equal', 'G1', 'G1', 1],
    ['touching', 'G1', 'G2', 0.2],
    ['touching, the other way round', 'G2', 'G1', 0.2],
    ['apart', 'G1', 'G3', -2],
  ])('compares grids that are %s', (_name, mine, theirs, expected) => {
    expect(
      shareOf(
        sampleSubject({ id: 'a', place: { gridCode: mine } }),
        sampleSubject({ id: 'b', place: { gridCode: theirs } }),
        'grid',
      ),
    ).toBe(expected);
  });

  it('compares communities, and streets where a community is unknown', () => {
    const at = (id: string, street: string, community?: string): MatchSubject =>
      sampleSubject({ id, place: { street, ...(community !== undefined && { community }) } });
    expect(shareOf(at('a', '云岚街道', '岚前社区'), at('b', '云岚街道', '岚后社区'), 'area')).toBe(-0.5);
    expect(shareOf(at('a', '云岚街道', '岚前社区'), at('b', '云岚街道'), 'area')).toBe(0.25);
    expect(shareOf(at('a', '云岚街道', '岚前社区'), at('b', '澄湾街道'), 'area')).toBe(-1);
  });

  it('compares numbered components exactly', () => {
    const lamp = (id: string, componentCode: string): MatchSubject => sampleSubject({ id, place: { componentCode } });
    expect(shareOf(lamp('a', '0120000017'), lamp('b', '0120000017'), 'component')).toBe(5);
    expect(shareOf(lamp('a', '0120000017'), lamp('b', '0120000018'), 'component')).toBe(-5);
  });

  it.each([
    ['equal', 'E0113', 'E0113', 'category', 1],
    ['siblings', 'E0505', 'E0113', 'category-sibling', -0.4],
    ['strangers', 'E0113', 'A0201', 'category-other', -4],
  ])('compares categories that are %s', (_name, mine, theirs, signal, expected) => {
    expect(shareOf(sampleSubject({ id: 'a', category: mine }), sampleSubject({ id: 'b', category: theirs }), signal)).toBe(
      expected,
    );
  });

  it.each([
    ['at once', '2026-06-01T08:00:00Z', 'E0113', 'time', 1],
    ['half a window later', '2026-06-16T08:00:00Z', 'E0113', 'time', 0.5],
    ['two windows later', '2026-07-31T08:00:00Z', 'E0113', 'time-outside', -5],
    ['inside the window of a slower category', '2026-07-16T08:00:00Z', 'A0201', 'time', 0.5],
    ['years later', '2029-06-01T08:00:00Z', 'E0113', 'time-outside', -10],
  ])('compares times by the window of the category: %s', (_name, at, category, signal, expected) => {
    expect(shareOf(sampleSubject({ id: 'a', category }), sampleSubject({ id: 'b', category, at }), signal)).toBe(expected);
  });

  it('counts the same caller and another platform', () => {
    const a = sampleSubject({ id: 'a', caller: 'f00d' });
    const b = sampleSubject({ id: 'b', caller: 'f00d', platform: 'portal' });
    expect([shareOf(a, b, 'caller'), shareOf(a, b, 'platform')]).toEqual([1.5, 0.2]);
  });

  it('says in Chinese what was compared', () => {
    const a = sampleSubject({ id: 'a', place: { address: '建国路88号' } });
    const b = sampleSubject({ id: 'b', place: { address: '建国路90号' } });
    expect(scorePair(a, b, SAMPLE_POLICY).shares[0].because).toBe('同在建国路,号码不同:88号 / 90号');
  });
});
