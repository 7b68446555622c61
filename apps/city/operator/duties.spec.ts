import { describe, expect, it } from '@jest/globals';
import type { MatterTruth } from '../matters/matter.js';
import { Random } from '../world/random.js';
import { takesTurn } from '../world/turns.js';
import type { Turn } from '../world/turns.js';
import type { CaseLine, CasePage } from './case-page.js';
import { operatorDuties } from './duties.js';
import type { Order } from './duty.js';

const SEED = 1;
const DEPARTMENTS = [
  { id: 'street-yunlan', name: '云岚街道办事处', kind: 'street' },
  { id: 'transport', name: '区交通运输局', kind: 'bureau' },
];
const duties = operatorDuties({ departments: DEPARTMENTS, partners: ['灯火志愿服务协会'] }, { seed: SEED, pace: 1 });
const NOW = new Date('2026-11-22T02:00:00Z');
const LINE: CaseLine = {
  number: 'HL1',
  version: 5,
  status: 'handling',
  title: '路面坑洼',
  place: { street: '云岚街道' },
};
const NOTHING = { whistles: [], meetings: [] };

const idWith = (turn?: Turn): string => {
  const turns = ['onTheSpot', 'whistle', 'meeting', 'watched', 'claim', 'hopeless'] as const;
  const ids = Array.from({ length: 600 }, (_, number) => `M7-${number}`);
  return ids.find((id) => turns.every((one) => takesTurn(SEED, one, id) === (one === turn)))!;
};

interface Told {
  readonly turn?: Turn;
  readonly status?: string;
  readonly supervision?: string;
  readonly round?: number;
  readonly proceedings?: Partial<CasePage['case']['proceedings']>;
  readonly commands?: readonly string[];
  /** Draws differ from seed to seed; which one is of no account. */
  readonly luck?: number;
}

/** What the first duty that has anything to say of a case says. */
function decide({ turn, status = 'handling', supervision, round = 1, luck = 1, ...told }: Told): Order | 'later' | undefined {
  const matter: MatterTruth = { id: idWith(turn), kind: 'k', category: 'E0113', department: 'transport', gridCode: '1' };
  const line = { ...LINE, status };
  const proceedings = { ...NOTHING, ...told.proceedings };
  const lead = status === 'held' ? null : { id: 'transport' };
  const page: CasePage = {
    case: { version: 5, status, round, lead, coHandlers: [], supervision, proceedings },
    commands: told.commands ?? [],
  };
  const open = { line, page, matter, now: NOW, luck: (question: string) => Random.of(luck, question) };
  const wanted = duties.filter((duty) => duty.isFor(line, matter));
  return wanted.map((duty) => duty.decide(open)).find((decision) => decision !== undefined);
}

const commandsOf = (told: Told): Set<unknown> =>
  new Set(Array.from({ length: 60 }, (_, luck) => (decide({ ...told, luck }) as Order | undefined)?.command));

describe('what operators do with a case', () => {
  it('nothing, as a rule', () => {
    expect(decide({})).toBeUndefined();
  });

  it('dispatches what is held, to whoever is in charge, sometimes to the street as well', () => {
    const orders = Array.from({ length: 60 }, (_, luck) => decide({ status: 'held', commands: ['dispatch'], luck }) as Order);
    expect(orders.every(({ command, department }) => command === 'dispatch' && department === 'transport')).toBe(true);
    expect(new Set(orders.map(({ mode, coHandlers }) => `${String(mode)} ${JSON.stringify(coHandlers)}`))).toEqual(
      new Set(['undefined undefined', 'dual ["street-yunlan"]']),
    );
  });

  it('grants most requests and refuses some', () => {
    const proceedings = { request: { kind: 'extension' } };
    expect(commandsOf({ proceedings })).toEqual(new Set(['grant-request', 'refuse-request']));
  });

  it('resumes what is suspended after a short while', () => {
    const since = (at: string) => ({ proceedings: { suspension: { since: at } } });
    expect(decide(since('2026-11-22T01:59:59Z'))).toBe('later');
    expect(decide(since('2026-11-22T01:59:58Z'))).toMatchObject({ command: 'resume' });
  });

  it('checks what was handed in, and sends nothing back from the third round on', () => {
    const passed = (round: number) =>
      new Set(
        Array.from(
          { length: 100 },
          (_, luck) => (decide({ status: 'checking', commands: ['check'], round, luck }) as Order).passed,
        ),
      );
    expect(passed(1)).toEqual(new Set([true, false]));
    expect(passed(3)).toEqual(new Set([true]));
  });

  it('whistles from the office of the street, calls whoever has the case, and scores who came', () => {
    const blown = decide({ turn: 'whistle' }) as Order & { departments: string[] };
    expect(blown).toMatchObject({ command: 'blow-whistle', street: 'street-yunlan' });
    expect(blown.departments[0]).toBe('transport');
    const call = { department: 'transport', checkedInAt: '2026-11-22T01:59:00Z' };
    const whistles = [{ id: 1, calls: [{ department: 'fire-rescue' }, call] }];
    const score = decide({ turn: 'whistle', proceedings: { whistles }, commands: ['score-whistle'] });
    expect(score).toMatchObject({ command: 'score-whistle', whistle: 1, department: 'transport' });
    expect(decide({ turn: 'whistle', proceedings: { whistles: [{ id: 1, calls: [{ ...call, score: 90 }] }] } })).toBeUndefined();
  });

  it('calls a meeting once and has it promise something', () => {
    expect(decide({ turn: 'meeting' })).toMatchObject({ command: 'call-meeting', at: '2026-11-22T02:01:00.000Z' });
    const called = (at: string) =>
      decide({ turn: 'meeting', proceedings: { meetings: [{ id: 1, at }] }, commands: ['decide-meeting'] });
    expect(called('2026-11-22T02:01:00.000Z')).toBe('later');
    expect(called('2026-11-22T02:00:59.000Z')).toMatchObject({
      command: 'decide-meeting',
      meeting: 1,
      commitments: [{ department: 'transport' }],
    });
  });

  it('lets a partner claim in the first round only', () => {
    expect(decide({ turn: 'claim', commands: ['claim'] })).toMatchObject({ command: 'claim', partner: '灯火志愿服务协会' });
    expect(decide({ turn: 'claim', commands: ['claim'], round: 2 })).toBeUndefined();
  });

  it('takes back what can be settled at the desk, and settles it', () => {
    expect(decide({ turn: 'onTheSpot', status: 'dispatched' })).toMatchObject({ command: 'hold' });
    expect(decide({ turn: 'onTheSpot', status: 'held', commands: ['dispatch'] })).toMatchObject({
      command: 'settle-on-the-spot',
    });
  });

  it('supervises what is watched, once', () => {
    expect(decide({ turn: 'watched' })).toMatchObject({ command: 'supervise', level: 'supervised' });
    expect(decide({ turn: 'watched', supervision: 'urged' })).toMatchObject({ command: 'supervise' });
    expect(decide({ turn: 'watched', supervision: 'led' })).toBeUndefined();
  });

  it('closes by force what nobody can help', () => {
    expect(decide({ turn: 'hopeless', commands: ['force-close'] })).toMatchObject({ command: 'force-close' });
  });

  it('goes and looks when a look-back is due, and finds most in order', () => {
    const visited = (isDue: boolean, round = 1) =>
      new Set(
        Array.from({ length: 100 }, (_, luck) => {
          const decision = decide({ status: 'closed', proceedings: { lookBack: { isDue } }, round, luck }) as Order | undefined;
          return decision?.passed;
        }),
      );
    expect(visited(false)).toEqual(new Set([undefined]));
    expect(visited(true)).toEqual(new Set([true, false]));
    expect(visited(true, 2)).toEqual(new Set([true]));
  });
});
