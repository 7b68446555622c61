import type { CaseId, CategoryCode, DepartmentId } from '../ids.js';
import type { SealOwner } from './vault.js';

/** An open case that a department leads or helps with, and who asked for it, still sealed. */
export interface SealedContact {
  readonly category: CategoryCode;
  readonly owner: SealOwner;
  readonly sealed: Uint8Array;
}

/** Who may be called about a case. */
export abstract class ContactBook {
  /** Of the first report whose citizen is known; undefined when there is none, or the case is not, or no longer, the department's. */
  abstract find(caseId: CaseId, department: DepartmentId): Promise<SealedContact | undefined>;
}
