/** Whether the database answers. */
export abstract class DatabasePulse {
  abstract answers(): Promise<boolean>;
}
