import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chooseLimits, type DeadlineSubject } from '#domain/deadline/choose-limits.js';
import type { DeadlinePolicy } from '#domain/deadline/deadline-policy.js';
import { commonItemLimits } from '#domain/deadline/item-limits.js';
import { USUAL_STAGES } from '#domain/deadline/stage-policy.js';
import { as, type CategoryCode } from '#domain/ids.js';
import { formatFault, type ConfigFault } from './config-fault.js';
import { deadlineProfiles } from './deadline-profiles.js';
import { readDeadlines } from './files/deadlines.file.js';
import { KnownNames } from './files/known-names.js';
import { YamlFile } from './files/yaml-file.js';
import { loadReference } from './load-reference.js';
import { projectRoot } from './project-root.js';

const example = join(projectRoot(), 'config', 'example');
const { categories, duties } = loadReference(example, {}).reference;
const known = new KnownNames(new Map(), categories, new Map());
const itemLimits = commonItemLimits(categories, duties.items);
const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** The deadlines of a city with the example's duty list and these files, and what is wrong with them. */
function readWith(files: Record<string, string>): { deadlines: DeadlinePolicy; faults: string[] } {
  const dir = mkdtempSync(join(tmpdir(), 'huiliu-deadlines-'));
  folders.push(dir);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  const faults: ConfigFault[] = [];
  const file = new YamlFile(dir, 'deadlines.yaml', faults);
  const deadlines = readDeadlines(file, { known, profiles: deadlineProfiles(dir, faults), itemLimits });
  return { deadlines, faults: faults.map(formatFault) };
}

const limitsOf = (deadlines: DeadlinePolicy, subject: Partial<DeadlineSubject>): string[] =>
  chooseLimits(deadlines, {
    category: as<CategoryCode>('UNCLASSIFIED'),
    nature: 'complaint',
    urgency: 'normal',
    ...subject,
  }).map(({ clock, because }) => `${clock}: ${because}`);

describe('a city that names a profile', () => {
  it.each<[string, Partial<DeadlineSubject>, readonly string[]]>([
    [
      'beijing',
      {},
      [
        'accept: 一般诉求 2 个紧急工作时 (beijing)',
        'dispatch: 一般诉求 24 个紧急工作时 (beijing)',
        'resolve: 一般诉求 7 个自然日 (beijing)',
      ],
    ],
    [
      'beijing',
      { urgency: 'emergency' },
      [
        'accept: 一般诉求 2 个紧急工作时 (beijing)',
        'dispatch: 特急诉求 1 个紧急工作时 (beijing)',
        'resolve: 特急诉求 2 个紧急工作时 (beijing)',
      ],
    ],
    [
      'beijing',
      { urgency: 'urgent' },
      [
        'accept: 一般诉求 2 个紧急工作时 (beijing)',
        'dispatch: 紧急诉求 2 个紧急工作时 (beijing)',
        'resolve: 紧急诉求 24 个紧急工作时 (beijing)',
      ],
    ],
    [
      'beijing',
      { urgency: 'complex' },
      [
        'accept: 一般诉求 2 个紧急工作时 (beijing)',
        'dispatch: 一般诉求 24 个紧急工作时 (beijing)',
        'resolve: 疑难诉求 15 个自然日 (beijing)',
      ],
    ],
    ['guangdong', { nature: 'consultation' }, ['resolve: 咨询诉求 2 个工作日 (guangdong)']],
    ['guangdong', { nature: 'help' }, ['resolve: 求助诉求 10 个工作日 (guangdong)']],
    ['guangdong', { nature: 'suggestion' }, ['resolve: 建议诉求 10 个工作日 (guangdong)']],
    ['guangdong', { nature: 'complaint' }, ['resolve: 投诉诉求 15 个工作日 (guangdong)']],
    ['guangdong', { nature: 'tip-off' }, ['resolve: 举报诉求 15 个工作日 (guangdong)']],
    ['guangdong', { nature: 'other' }, ['resolve: 一般诉求 15 个工作日 (guangdong)']],
    ['guangdong', { category: as<CategoryCode>('E0113'), nature: 'consultation' }, ['resolve: 咨询诉求 2 个工作日 (guangdong)']],
  ])('has the limits of %s for %j', (profile, subject, limits) => {
    const { deadlines, faults } = readWith({ 'deadlines.yaml': `profile: ${profile}\n` });
    expect(faults).toEqual([]);
    expect(deadlines.warnAtShare).toBe(0.8);
    expect(limitsOf(deadlines, subject)).toEqual(limits);
  });

  it('puts its own rules before those of the profile that say as much, and keeps the clocks they do not name', () => {
    const { deadlines } = readWith({
      'deadlines.yaml': 'profile: beijing\nrules:\n  - { urgency: urgent, limits: { resolve: 12 urgent-hour } }\n',
    });
    expect(limitsOf(deadlines, { urgency: 'urgent' })).toEqual([
      'accept: 一般诉求 2 个紧急工作时 (beijing)',
      'dispatch: 紧急诉求 2 个紧急工作时 (beijing)',
      'resolve: 紧急诉求 12 个紧急工作时 (本市)',
    ]);
  });

  it('counts by the items of the duty list unless it says no', () => {
    const subject = { category: as<CategoryCode>('E0113') };
    const counting = readWith({ 'deadlines.yaml': 'profile: beijing\n' });
    const not = readWith({ 'deadlines.yaml': 'profile: beijing\nitemLimits: false\n' });
    const yes = readWith({ 'deadlines.yaml': 'profile: guangdong\nitemLimits: true\n' });
    expect(limitsOf(counting.deadlines, subject).at(-1)).toBe('resolve: 责任清单 E0113 道路破损 5 个工作日');
    expect(limitsOf(not.deadlines, subject).at(-1)).toBe('resolve: 一般诉求 7 个自然日 (beijing)');
    expect(limitsOf(yes.deadlines, subject).at(-1)).toBe('resolve: 责任清单 E0113 道路破损 5 个工作日');
  });

  it('may write a profile of its own, also under a name that comes with the hub', () => {
    const rules = 'rules:\n  - limits: { resolve: 5 working-day }\n';
    const ours = readWith({ 'deadlines.yaml': 'profile: luzhou\n', 'profiles/luzhou.yaml': rules });
    const theirs = readWith({ 'deadlines.yaml': 'profile: beijing\n', 'profiles/beijing.yaml': rules });
    expect(limitsOf(ours.deadlines, {})).toEqual(['resolve: 一般诉求 5 个工作日 (luzhou)']);
    expect(limitsOf(theirs.deadlines, {})).toEqual(['resolve: 一般诉求 5 个工作日 (beijing)']);
  });

  it('needs no profile when its own rules hold for the rest', () => {
    const { deadlines, faults } = readWith({
      'deadlines.yaml': 'profile: own\nrules:\n  - limits: { resolve: 5 working-day }\n',
    });
    expect(faults).toEqual([]);
    expect(limitsOf(deadlines, {})).toEqual(['resolve: 一般诉求 5 个工作日 (本市)']);
  });
});

describe('stages of deadlines.yaml', () => {
  it('are the usual ones where the city says nothing, and those the example shows', () => {
    const text = readFileSync(join(example, 'deadlines.yaml'), 'utf8');
    const [rules, stages] = text.split(/^# (?=stages:)/mu);
    const shown = `${rules}${stages.replaceAll(/^# /gmu, '')}`;
    expect(readWith({ 'deadlines.yaml': 'profile: beijing\n' }).deadlines.stages).toEqual(USUAL_STAGES);
    const { deadlines, faults } = readWith({ 'deadlines.yaml': shown });
    expect(faults).toEqual([]);
    expect(deadlines.stages).toEqual(USUAL_STAGES);
  });

  it('are what the city says where it says something', () => {
    const { deadlines, faults } = readWith({
      'deadlines.yaml': `profile: beijing
warnAtShare: 0.5
stages:
  check: 4 working-hour
  checkShare: 0.25
  decide: 2 working-day
  answer: 12 urgent-hour
  dispatch: 3 urgent-hour
  sign: 5 working-hour
  rework: 6 working-day
  claim: 8 natural-day
  whistle: { tough: 9 natural-day }
  lookBack: { after: [10 working-day, 20 working-day, 30 working-day], share: 0 }
  ladder:
    - { level: urged, after: 2 urgent-hour }
    - { level: led, after: 1 working-day }
`,
    });
    expect(faults).toEqual([]);
    expect(deadlines.warnAtShare).toBe(0.5);
    expect(deadlines.stages).toEqual({
      check: { amount: 4, unit: 'working-hour' },
      checkShare: 0.25,
      decide: { amount: 2, unit: 'working-day' },
      answer: { amount: 12, unit: 'urgent-hour' },
      dispatch: { amount: 3, unit: 'urgent-hour' },
      sign: { amount: 5, unit: 'working-hour' },
      rework: { amount: 6, unit: 'working-day' },
      claim: { amount: 8, unit: 'natural-day' },
      whistle: {
        daily: { amount: 24, unit: 'urgent-hour' },
        tough: { amount: 9, unit: 'natural-day' },
        emergency: { amount: 0.5, unit: 'urgent-hour' },
      },
      lookBack: {
        after: [
          { amount: 10, unit: 'working-day' },
          { amount: 20, unit: 'working-day' },
          { amount: 30, unit: 'working-day' },
        ],
        share: 0,
      },
      ladder: [
        { level: 'urged', after: { amount: 2, unit: 'urgent-hour' } },
        { level: 'led', after: { amount: 1, unit: 'working-day' } },
      ],
    });
  });

  it('may be without look-backs and without a ladder', () => {
    const { deadlines, faults } = readWith({
      'deadlines.yaml': 'profile: beijing\nstages:\n  sign:\n  whistle:\n  lookBack: { after: [] }\n  ladder: []\n',
    });
    expect(faults).toEqual([]);
    expect(deadlines.stages).toEqual({ ...USUAL_STAGES, lookBack: { after: [], share: 0.1 }, ladder: [] });
  });
});

describe('faulty deadlines', () => {
  it('are reported whole, each with its line', () => {
    const { faults } = readWith({
      'deadlines.yaml': `profile: peking
warnAtShare: 1.5
itemLimits: sometimes
rules:
  - { urgency: pressing, limits: { resolve: 7 natural-day } }
stages:
  check: soon
  checkShare: 10
  whistel: { daily: 1 urgent-hour }
  whistle: { daily: 1 hour }
  lookBack:
    share: -0.1
    after:
      - 30 natural-day
      - 7 natural-day
      - 5 working-day
  ladder:
    - { level: supervised, after: 1 working-day }
    - { level: urged, after: 3 urgent-hour }
    - { level: shouted, after: 2 working-day }
    - { level: supervised, after: 5 days }
`,
    });
    const limit = "must be an amount and a unit (urgent-hour, working-hour, working-day, natural-day), e.g. '4 working-hour'";
    expect(faults).toEqual([
      'deadlines.yaml:2:14 warnAtShare: warnAtShare must not be greater than 1',
      'deadlines.yaml:3:13 itemLimits: itemLimits must be a boolean value',
      'deadlines.yaml:5:16 rules[0].urgency: urgency must be one of the following values: emergency, urgent, normal, complex',
      'deadlines.yaml:9:3 stages.whistel: this key is not known here: remove it or correct its spelling',
      `deadlines.yaml:7:10 stages.check: check ${limit}`,
      'deadlines.yaml:8:15 stages.checkShare: checkShare must not be greater than 1',
      `deadlines.yaml:10:21 stages.whistle.daily: daily ${limit}`,
      'deadlines.yaml:12:12 stages.lookBack.share: share must not be less than 0',
      'deadlines.yaml:20:16 stages.ladder[2].level: level must be one of the following values: urged, supervised, led',
      `deadlines.yaml:21:35 stages.ladder[3].after: after ${limit}`,
      'deadlines.yaml:1:10 profile: there is no profile peking: the profiles are beijing, guangdong, own',
      'deadlines.yaml:15:9 stages.lookBack.after[1]: must be more than the 30 natural-day before it',
      'deadlines.yaml:16:9 stages.lookBack.after[2]: write it in natural-day like the one before',
      'deadlines.yaml:19:16 stages.ladder[1].level: urged cannot follow supervised: the levels climb urged, supervised, led, each at most once',
      'deadlines.yaml:21:16 stages.ladder[3].level: supervised cannot follow supervised: the levels climb urged, supervised, led, each at most once',
      'deadlines.yaml:19:30 stages.ladder[1].after: must not come before the rung below it, 1 working-day',
    ]);
  });

  it('are told of a list whose items are no limits, and of texts where a section belongs', () => {
    const { faults } = readWith({
      'deadlines.yaml':
        'profile: beijing\nstages:\n  lookBack: { after: [7 natural-day, later] }\n  ladder: none\n  whistle: loud\n',
    });
    expect(faults.map((fault) => fault.split(': ').slice(0, 2).join(': '))).toEqual([
      'deadlines.yaml:5:12 stages.whistle: nested property whistle must be either object or array',
      "deadlines.yaml:3:22 stages.lookBack.after: each of after must be an amount and a unit (urgent-hour, working-hour, working-day, natural-day), e.g. '4 working-hour'",
      'deadlines.yaml:4:11 stages.ladder: each value in nested property ladder must be either object or array',
    ]);
  });

  it('are told of a profile of the city that has them, in the file of the profile', () => {
    const { faults } = readWith({
      'deadlines.yaml': 'profile: luzhou\nrules:\n  - { category: E9999, limits: { resolve: 1 working-day } }\n',
      'profiles/luzhou.yaml': 'itemLimits: 1\nrules:\n  - limits: { resolve: 5 days }\n',
    });
    expect(faults).toEqual([
      'profiles/luzhou.yaml:1:13 itemLimits: itemLimits must be a boolean value',
      "profiles/luzhou.yaml:3:24 rules[0].limits.resolve: resolve must be an amount and a unit (urgent-hour, working-hour, working-day, natural-day), e.g. '4 working-hour'",
      'deadlines.yaml:3:17 rules[0].category: there is no category E9999: add it to the duty list',
    ]);
  });

  it.each([
    [
      'own rules',
      'profile: own\nrules:\n  - { urgency: urgent, limits: { resolve: 1 working-day } }\n',
      'deadlines.yaml:3:3 rules',
    ],
    ['none at all', 'profile: own\n', 'deadlines.yaml:1:1 rules'],
  ])('are told when %s leave some case without a limit', (_what, text, place) => {
    expect(readWith({ 'deadlines.yaml': text }).faults).toEqual([
      `${place}: no rule without category, nature and urgency limits resolve: add one, it is what holds for the rest`,
    ]);
  });
});
