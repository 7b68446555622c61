import type { LedgerFacts } from '../ledger/ledger.js';

/** Counts what the ledger is drawn up from, each figure by itself, so that none can follow another's mistake. */
export abstract class LedgerBook {
  /** `day` (`yyyy-MM-dd`): only records that reached us then. Chains are always looked at whole. */
  abstract facts(day?: string): Promise<LedgerFacts>;

  /** The counts without the look at every chain: cheap enough to show every second. */
  abstract figures(day?: string): Promise<Omit<LedgerFacts, 'broken'>>;
}
