import type { CityDepartment } from '../world/city-settings.js';
import type { CaseLine } from './case-page.js';

/** The office of the street a case lies in; undefined where the case names none. */
export function streetOffice(departments: readonly CityDepartment[], { place }: CaseLine): string | undefined {
  const street = place?.street;
  if (!street) return undefined;
  return departments.find(({ kind, name }) => kind === 'street' && name.startsWith(street))?.id;
}
