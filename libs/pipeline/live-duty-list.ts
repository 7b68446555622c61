import { OperatorError } from '#domain/errors.js';
import type { DutyBook } from '#domain/ports/duty-book.js';
import type { DutyList } from '#domain/routing/duty-list.js';
import type { OwnDuties } from '#domain/routing/own-duties.js';
import type { City } from './city.js';

/** Own duties laid over the default list; where anything is wrong with them, only what. */
export type LaidDuties =
  | { readonly duties: DutyList; readonly faults: readonly [] }
  | { readonly duties?: undefined; readonly faults: readonly string[] };

/** Every process routes by the duty list that was published last. */
export class LiveDutyList {
  private refused = 0;
  /** The version by which this process routes; 0: the configuration folder's. */
  version = 0;

  constructor(
    private readonly book: DutyBook,
    private readonly city: City,
    private readonly lay: (own: OwnDuties) => LaidDuties,
  ) {}

  /**
   * Takes over what any process has published since; cheap when there is nothing new. Throws an OperatorError, once a version,
   * when that does not fit the configuration folder any more, and goes on with what it had.
   */
  async refresh(): Promise<void> {
    const published = await this.book.newerThan(Math.max(this.version, this.refused));
    if (published === undefined) return;
    const { duties, faults } = this.lay(published.own);
    if (duties === undefined) {
      this.refused = published.version;
      const message = `version ${published.version} of the duty list does not fit the configuration folder`;
      throw new OperatorError('DUTY_LIST_INVALID', [message, ...faults].join('\n  '));
    }
    this.city.dispatchBy(duties);
    this.version = published.version;
  }
}
