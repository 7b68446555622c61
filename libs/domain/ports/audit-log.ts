/** Something a person did, or tried, that somebody may ask about later. */
export interface AuditEntry {
  /** Who: the name of a person or key; whoever is not signed in is what they called themselves. */
  readonly actor: string;
  /** What, as a stable word of two parts: `identity.reveal`, `duty-list.publish`, `POST cases/:number/commands`. */
  readonly action: string;
  /** To what, as the API addresses it: `cases/HL202611200001`. */
  readonly subject: string;
  /** Why, in the person's own words, where they were asked. */
  readonly reason?: string;
  /** Facts as plain JSON; never a secret, never what a citizen said or is called. */
  readonly data?: object;
  /** Where the request came from. */
  readonly address?: string;
}

/** The log that nobody can rewrite unseen: each line is chained to the one before. A storage transaction writes into it by `appendAudit`. */
export abstract class AuditLog {
  /** Writes a line of its own; what was done is done whether this succeeds or not, so a failure must reach whoever asked. */
  abstract append(entry: AuditEntry): Promise<void>;
}
