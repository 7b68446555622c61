/** The secrets departments sign their call-backs with. */
export abstract class DepartmentSecrets {
  /** Newest first; undefined for a department without an endpoint. */
  abstract of(department: string): readonly string[] | undefined;
}
