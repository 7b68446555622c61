import type { DepartmentId } from '#domain/ids.js';
import type { Reference } from '#domain/reference/reference.js';

/** One line of the live duty list, seen from a department. */
export interface DutyView {
  readonly category: string;
  readonly name: string;
  readonly className: string;
  /** Absent: everywhere. */
  readonly street?: string;
  readonly community?: string;
  /** 主办, 协办 or 监管. */
  readonly as: 'lead' | 'co-handler' | 'supervisor';
}

/** Every line that names the department, by category. */
export function dutiesOf({ duties, categories }: Reference, id: DepartmentId): DutyView[] {
  return [...duties.duties.values()]
    .flat()
    .flatMap(({ category, street, community, lead, coHandlers, supervisor }): DutyView[] => {
      const part = partOf(id, lead, coHandlers, supervisor);
      const { name = '', className = '' } = categories.get(category) ?? {};
      const place = { ...(street !== undefined && { street }), ...(community !== undefined && { community }) };
      return part === undefined ? [] : [{ category, name, className, ...place, as: part }];
    });
}

function partOf(
  id: DepartmentId,
  lead: DepartmentId,
  coHandlers: readonly DepartmentId[],
  supervisor: DepartmentId | undefined,
): DutyView['as'] | undefined {
  if (lead === id) return 'lead';
  if (coHandlers.includes(id)) return 'co-handler';
  return supervisor === id ? 'supervisor' : undefined;
}
