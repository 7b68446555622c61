import type { CityDepartment } from '../../world/city-settings.js';
import type { Duty } from '../duty.js';
import { streetOffice } from '../street-office.js';

const DUAL = 0.25;

/** 派遣: every held case goes to whoever is really in charge, some of them to the street's office as well (双派). */
export function sendToDepartment(departments: readonly CityDepartment[]): Duty {
  return {
    name: 'dispatched',
    isFor: ({ status }) => status === 'held',
    decide: ({ line, matter, page, luck }) => {
      const department = matter?.department ?? line.candidates?.[0]?.department;
      if (department === undefined || !page.commands.includes('dispatch')) return undefined;
      const order = { command: 'dispatch', department, because: '派遣员核实权属后指派' };
      const street = streetOffice(departments, line);
      const isDual = street !== undefined && street !== department && luck('dual').chance(DUAL);
      return isDual ? { ...order, mode: 'dual', coHandlers: [street] } : order;
    },
  };
}
