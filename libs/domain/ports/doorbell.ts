/** What there is to ring for. A ring carries names, never content: the rows are the truth, a lost ring is rung again by the sweep. */
export type Ring =
  | { readonly job: 'pull-platform'; readonly platform: string }
  | { readonly job: 'reconcile-platform'; readonly platform: string }
  | { readonly job: 'ingest-batch'; readonly platform: string }
  | { readonly job: 'deliver-webhooks'; readonly target: string }
  | { readonly job: 'write-back'; readonly target: string };

/** Says that there is work. Rings while a worker is already at that work fold into one. */
export abstract class Doorbell {
  /** Never throws: a queue that is away is noted, and the sweep rings again. */
  abstract ring(rings: readonly Ring[]): Promise<void>;

  /** Whether the queue answers within two seconds. */
  abstract answers(): Promise<boolean>;
}
