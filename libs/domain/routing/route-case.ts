import type { DepartmentId } from '../ids.js';
import { UNCLASSIFIED } from '../report/report.js';
import type { Duty, DutyList } from './duty-list.js';
import type { LearnedRouter } from './learned-router.js';
import type { Route, RouteCandidate, RouteRule, RouteSubject } from './route.js';

type Routed = Extract<Route, { kind: 'routed' }>;

/** The territory is a fall-back, not knowledge of who is right: its confidence says so. */
const TERRITORY_CONFIDENCE = 0.5;

const fits = (duty: Duty, { place }: RouteSubject): boolean =>
  (duty.street === undefined || duty.street === place.street) &&
  (duty.community === undefined || duty.community === place.community);

const placeOf = (duty: Duty): string => `${duty.street ?? ''}${duty.community ?? ''}` || '全区';

/** One routing question with those who already said no taken out. */
class RoutingQuestion {
  constructor(
    private readonly subject: RouteSubject,
    private readonly list: DutyList,
  ) {}

  open(department: DepartmentId): boolean {
    return !this.subject.returnedBy.includes(department);
  }

  byComponentOwner(): Routed | undefined {
    const code = this.subject.place.componentCode;
    if (!code) return undefined;
    const owner = this.list.componentOwners.find((line) => code.startsWith(line.prefix));
    if (!owner || !this.open(owner.owner)) return undefined;
    return this.routed('component-owner', owner.owner, `部件权属：部件 ${code} 属前缀 ${owner.prefix} 的权属单位`);
  }

  byDutyList(): Routed | undefined {
    const lines = this.list.duties.get(this.subject.category) ?? [];
    const duty = lines.find((line) => fits(line, this.subject) && this.open(line.lead));
    if (!duty) return undefined;
    const because = `责任清单${duty.list === undefined ? '' : ` ${duty.list} `}第 ${duty.line} 行：${duty.category} 在${placeOf(duty)}的主办单位`;
    return this.routed('duty-list', duty.lead, because, duty.coHandlers);
  }

  byLearning(candidates: readonly RouteCandidate[], threshold: number): Routed | undefined {
    const best = candidates[0];
    if (!best || best.confidence < threshold) return undefined;
    const reasons = best.because === undefined ? '' : `：${best.because}`;
    const because = `历史派单学习：置信度 ${best.confidence.toFixed(2)}，不低于 ${threshold.toFixed(2)}${reasons}`;
    return { ...this.routed('learned', best.department, because), confidence: best.confidence, candidates };
  }

  byTerritory(candidates: readonly RouteCandidate[]): Routed | undefined {
    const street = this.subject.place.street;
    const office = street === undefined ? undefined : this.list.territory.get(street);
    if (!office || !this.open(office)) return undefined;
    const because = `属地兜底：责任清单没有可派单位，由${street}的属地单位受理`;
    return { ...this.routed('territory', office, because), confidence: TERRITORY_CONFIDENCE, candidates };
  }

  held(candidates: readonly RouteCandidate[]): Route {
    const { category, place } = this.subject;
    const what = category === UNCLASSIFIED ? '类别待归类' : `责任清单没有 ${category} 的可派单位`;
    const where = place.street === undefined ? '街道不明' : `${place.street}没有可派的属地单位`;
    return { kind: 'held', because: `${what}，${where}，转人工派单${this.returns()}`, candidates };
  }

  private routed(rule: RouteRule, lead: DepartmentId, reason: string, helpers: readonly DepartmentId[] = []): Routed {
    const coHandlers = helpers.filter((helper) => helper !== lead && this.open(helper));
    return { kind: 'routed', lead, coHandlers, rule, confidence: 1, because: reason + this.returns(), candidates: [] };
  }

  private returns(): string {
    const { returnedBy } = this.subject;
    return returnedBy.length === 0 ? '' : `（${returnedBy.join('、')} 已退单）`;
  }
}

/**
 * Who must handle a case, by the hardest rule that knows: component owner, duty list, learned router, territory, and
 * else the operators' queue. A department that returned the case is passed over. Total and deterministic.
 */
export function routeCase(subject: RouteSubject, list: DutyList, learned?: LearnedRouter): Route {
  const question = new RoutingQuestion(subject, list);
  const hard = question.byComponentOwner() ?? question.byDutyList();
  if (hard) return hard;
  const candidates = (learned?.predict(subject) ?? [])
    .filter((candidate) => question.open(candidate.department))
    .sort((a, b) => b.confidence - a.confidence);
  const threshold = learned?.threshold ?? Infinity;
  return question.byLearning(candidates, threshold) ?? question.byTerritory(candidates) ?? question.held(candidates);
}
