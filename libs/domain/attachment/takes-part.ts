import type { Case } from '../case/case.js';
import type { DepartmentId } from '../ids.js';

/** Whether a department has anything to do with a case: it handles it, was whistled for, or has promised something. */
export function takesPart(department: DepartmentId, { lead, coHandlers, proceedings }: Case): boolean {
  const { whistles, commitments } = proceedings;
  return (
    lead === department ||
    coHandlers.includes(department) ||
    whistles.some(({ calls }) => calls.some((call) => call.department === department)) ||
    commitments.some((commitment) => commitment.department === department)
  );
}
