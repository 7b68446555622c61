import type { CityDepartment } from '../../world/city-settings.js';
import { takesTurn } from '../../world/turns.js';
import { isAtWork } from '../duty.js';
import type { Duty, OpenCase } from '../duty.js';
import { streetOffice } from '../street-office.js';

/** Whom a street calls beside those who have the case already. */
const ALSO_CALLED = ['urban-management', 'public-security', 'emergency-management', 'fire-rescue'] as const;

/** 吹哨: a street's office calls departments to the spot, once a case. */
export function blowWhistle(seed: number, departments: readonly CityDepartment[]): Duty {
  return {
    name: 'whistled',
    isFor: (line, matter) => isAtWork(line) && takesTurn(seed, 'whistle', matter?.id),
    decide: (open) => {
      const offices = departments.filter(({ kind }) => kind === 'street').map(({ id }) => id);
      const street = streetOffice(departments, open.line) ?? open.luck('street').pick(offices);
      if (street === undefined || open.page.case.proceedings.whistles.length > 0) return undefined;
      const kind = open.luck('whistle').weighted([
        ['daily', 5],
        ['tough', 3],
        ['emergency', 2],
      ]);
      return { command: 'blow-whistle', kind, street, departments: called(open), because: '街道牵头现场会办，请到场' };
    },
  };
}

function called({ page, luck }: OpenCase): string[] {
  const { lead, coHandlers } = page.case;
  const involved = [lead, ...coHandlers].flatMap((one) => (one === null ? [] : [one.id]));
  return [...new Set([...involved, luck('called').pick(ALSO_CALLED)])];
}

/** 报到评分: the street scores whoever came, one after the other. */
export function scoreWhistle(seed: number): Duty {
  return {
    name: 'whistlesScored',
    isFor: (_line, matter) => takesTurn(seed, 'whistle', matter?.id),
    decide: ({ page, luck }) => {
      if (!page.commands.includes('score-whistle')) return undefined;
      const calls = page.case.proceedings.whistles.flatMap(({ id, calls }) => calls.map((call) => ({ ...call, whistle: id })));
      const next = calls.find(({ checkedInAt, score }) => checkedInAt !== undefined && score === undefined);
      if (next === undefined) return undefined;
      const { whistle, department } = next;
      return { command: 'score-whistle', whistle, department, score: luck(`score ${department}`).int(75, 100) };
    },
  };
}
