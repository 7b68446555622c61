import { describe, expect, it } from '@jest/globals';
import { as, type CategoryCode, type DepartmentId } from '../ids.js';
import { UNCLASSIFIED, type Place } from '../report/report.js';
import { buildDutyList } from './build-duty-list.js';
import type { LearnedRouter } from './learned-router.js';
import type { RouteSubject } from './route.js';
import { routeCase } from './route-case.js';

const department = (id: string): DepartmentId => as<DepartmentId>(id);
const category = (code: string): CategoryCode => as<CategoryCode>(code);

const list = buildDutyList({
  duties: [
    { line: 4, category: category('E0405'), lead: department('city'), coHandlers: [department('market')] },
    { line: 5, category: category('E0405'), street: '听潮街道', lead: department('tingchao'), coHandlers: [department('city')] },
    {
      line: 6,
      category: category('E0405'),
      street: '听潮街道',
      community: '灯塔里社区',
      lead: department('tourism'),
      coHandlers: [],
    },
  ],
  componentOwners: [
    { prefix: '3702990120', owner: department('city') },
    { prefix: '370299012009', owner: department('housing') },
  ],
  territory: new Map([['听潮街道', department('tingchao')]]),
});

const subject = (place: Place, code = 'E0405', returnedBy: string[] = []): RouteSubject => ({
  category: category(code),
  nature: 'complaint',
  place,
  title: '占道经营',
  body: '摊位摆到人行道上',
  returnedBy: returnedBy.map(department),
});

const learned = (...candidates: [string, number][]): LearnedRouter => ({
  threshold: 0.8,
  predict: () => candidates.map(([id, confidence]) => ({ department: department(id), confidence })),
});

describe('routeCase', () => {
  it('takes the longest prefix of a numbered component before everything else', () => {
    expect(routeCase(subject({ componentCode: '3702990120090017', street: '听潮街道' }), list)).toEqual({
      kind: 'routed',
      lead: 'housing',
      coHandlers: [],
      rule: 'component-owner',
      confidence: 1,
      because: '部件权属：部件 3702990120090017 属前缀 370299012009 的权属单位',
      candidates: [],
    });
  });

  it.each([
    [{}, 'city', '责任清单第 4 行：E0405 在全区的主办单位'],
    [{ street: '澄湾街道' }, 'city', '责任清单第 4 行：E0405 在全区的主办单位'],
    [{ street: '听潮街道', community: '潮平社区' }, 'tingchao', '责任清单第 5 行：E0405 在听潮街道的主办单位'],
    [{ street: '听潮街道', community: '灯塔里社区' }, 'tourism', '责任清单第 6 行：E0405 在听潮街道灯塔里社区的主办单位'],
  ])('takes the narrowest line of the duty list that fits %j', (place, lead, because) => {
    expect(routeCase(subject(place), list)).toMatchObject({ kind: 'routed', rule: 'duty-list', lead, because });
  });

  it('passes over departments that returned the case and says so', () => {
    expect(routeCase(subject({ street: '听潮街道' }, 'E0405', ['tingchao']), list)).toMatchObject({
      rule: 'duty-list',
      lead: 'city',
      coHandlers: ['market'],
      because: '责任清单第 4 行：E0405 在全区的主办单位（tingchao 已退单）',
    });
  });

  it('does not make a co-handler of a department that returned the case', () => {
    expect(routeCase(subject({ street: '听潮街道' }, 'E0405', ['city']), list)).toMatchObject({
      lead: 'tingchao',
      coHandlers: [],
    });
  });

  it('asks the learned router where no hard rule knows, and believes it from its threshold on', () => {
    const sure = routeCase(subject({ street: '听潮街道' }, 'E0999'), list, learned(['market', 0.1], ['city', 0.8]));
    expect(sure).toMatchObject({
      rule: 'learned',
      lead: 'city',
      confidence: 0.8,
      because: '历史派单学习：置信度 0.80，不低于 0.80',
      candidates: [
        { department: 'city', confidence: 0.8 },
        { department: 'market', confidence: 0.1 },
      ],
    });
  });

  it('falls back to the territory, and keeps the guesses for the operator', () => {
    expect(routeCase(subject({ street: '听潮街道' }, 'E0999'), list, learned(['city', 0.79]))).toMatchObject({
      rule: 'territory',
      lead: 'tingchao',
      because: '属地兜底：责任清单没有可派单位，由听潮街道的属地单位受理',
      candidates: [{ department: 'city', confidence: 0.79 }],
    });
  });

  it.each([
    [subject({}, 'E0999'), '责任清单没有 E0999 的可派单位，街道不明，转人工派单'],
    [subject({ street: '无名街道' }, UNCLASSIFIED), '类别待归类，无名街道没有可派的属地单位，转人工派单'],
    [
      subject({ street: '听潮街道' }, 'E0999', ['tingchao']),
      '责任清单没有 E0999 的可派单位，听潮街道没有可派的属地单位，转人工派单（tingchao 已退单）',
    ],
  ])('holds for the operators what no rule can place', (held, because) => {
    expect(routeCase(held, list)).toEqual({ kind: 'held', because, candidates: [] });
  });
});
