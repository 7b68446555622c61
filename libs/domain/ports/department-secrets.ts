/** The keys that verify departments' call-backs. */
export abstract class DepartmentSecrets {
  /** Shared secrets newest first, then the department's own public key; undefined for a department without an endpoint. */
  abstract of(department: string): readonly string[] | undefined;
}
