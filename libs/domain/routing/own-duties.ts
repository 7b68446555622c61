import { canonicalJson } from '../case/event-chain.js';
import { RejectedError } from '../errors.js';

/** A line of a city's own; without a place it replaces what the default list says of its category. */
interface OwnLine {
  readonly category: string;
  readonly street?: string;
  readonly community?: string;
  readonly lead: string;
  readonly coHandlers?: readonly string[];
  readonly supervisor?: string;
}

/** What a city says beside the default list, as `duties.yaml` writes it: names that are not looked up yet. */
export interface OwnDuties {
  readonly duties: readonly OwnLine[];
  readonly componentOwners: readonly { readonly prefix: string; readonly owner: string }[];
  readonly territory: Readonly<Record<string, string>>;
  readonly backstop?: string;
}

/** One thing that the own duties say. */
export type DutyRule =
  | ({ readonly what: 'line' } & OwnLine)
  | { readonly what: 'component-owner'; readonly prefix: string; readonly owner: string }
  | { readonly what: 'territory'; readonly street: string; readonly office: string }
  | { readonly what: 'backstop'; readonly department: string };

/** `put` says it, in place of what was said of the same thing; `remove` takes it out, and looks only at what names it. */
export interface DutyEdit {
  readonly op: 'put' | 'remove';
  readonly rule: DutyRule;
}

/** A rule that is new, gone, or otherwise than before. */
export interface DutyChange {
  readonly before?: DutyRule;
  readonly after?: DutyRule;
}

/** The own duties with the edits made in their order; what is removed must be there. */
export function editDuties(own: OwnDuties, edits: readonly DutyEdit[]): OwnDuties {
  const rules = rulesByKey(own);
  edits.forEach(({ op, rule }, index) => {
    const key = keyOf(rule);
    if (op === 'put') rules.set(key, rule);
    else if (!rules.delete(key)) throw new RejectedError('REQUEST_INVALID', `edits.${index}: there is no such rule to remove`);
  });
  return toDuties([...rules.values()]);
}

/** What differs between two own duties: first what was there, then what is new. */
export function compareDuties(one: OwnDuties, other: OwnDuties): DutyChange[] {
  const [before, after] = [rulesByKey(one), rulesByKey(other)];
  const changed = [...before].flatMap(([key, rule]): DutyChange[] => {
    const now = after.get(key);
    if (now === undefined) return [{ before: rule }];
    return canonicalJson(now) === canonicalJson(rule) ? [] : [{ before: rule, after: now }];
  });
  return [...changed, ...[...after].flatMap(([key, rule]) => (before.has(key) ? [] : [{ after: rule }]))];
}

/** What names a rule: there is one of it. */
function keyOf(rule: DutyRule): string {
  switch (rule.what) {
    case 'line':
      return JSON.stringify(['line', rule.category, rule.street, rule.community]);
    case 'component-owner':
      return JSON.stringify(['component-owner', rule.prefix]);
    case 'territory':
      return JSON.stringify(['territory', rule.street]);
    case 'backstop':
      return 'backstop';
  }
}

function rulesByKey({ duties, componentOwners, territory, backstop }: OwnDuties): Map<string, DutyRule> {
  const rules: DutyRule[] = [
    ...duties.map((line) => lineRule(line)),
    ...componentOwners.map(({ prefix, owner }) => ({ what: 'component-owner' as const, prefix, owner })),
    ...Object.entries(territory).map(([street, office]) => ({ what: 'territory' as const, street, office })),
    ...(backstop === undefined ? [] : [{ what: 'backstop' as const, department: backstop }]),
  ];
  return new Map(rules.map((rule) => [keyOf(rule), rule]));
}

const lineRule = ({ coHandlers = [], ...line }: OwnLine): DutyRule => ({ what: 'line', ...line, coHandlers });

function toDuties(rules: readonly DutyRule[]): OwnDuties {
  const of = <What extends DutyRule['what']>(what: What) =>
    rules.filter((rule): rule is Extract<DutyRule, { what: What }> => rule.what === what);
  const backstop = of('backstop').at(0)?.department;
  return {
    duties: of('line').map(({ what: _what, ...line }) => line),
    componentOwners: of('component-owner').map(({ prefix, owner }) => ({ prefix, owner })),
    territory: Object.fromEntries(of('territory').map(({ street, office }) => [street, office])),
    ...(backstop !== undefined && { backstop }),
  };
}
