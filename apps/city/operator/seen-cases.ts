import type { CaseLine } from './case-page.js';

const MOST_REMEMBERED = 5000;

interface Sight {
  readonly version: number;
  /** When this version was seen first, in milliseconds. */
  readonly since: number;
  readonly isDone: boolean;
}

/** Which versions of which cases somebody has seen: since when they lie still, and with which there is nothing more to do. */
export class SeenCases {
  private readonly sights = new Map<string, Sight>();

  constructor(
    private readonly stillMs: number,
    private readonly now: () => Date,
  ) {}

  /** Nothing to do until it moves. */
  done({ number, version }: CaseLine): void {
    this.keep(number, { version, since: this.now().getTime(), isDone: true });
  }

  isDone({ number, version }: CaseLine): boolean {
    const sight = this.sights.get(number);
    return sight?.version === version && sight.isDone;
  }

  /** Whether it has not moved for a while; the first look only begins to wait. */
  isStill({ number, version }: CaseLine): boolean {
    const now = this.now().getTime();
    const sight = this.sights.get(number);
    if (sight?.version === version) return now - sight.since >= this.stillMs;
    this.keep(number, { version, since: now, isDone: false });
    return this.stillMs <= 0;
  }

  private keep(number: string, sight: Sight): void {
    this.sights.delete(number);
    this.sights.set(number, sight);
    if (this.sights.size > MOST_REMEMBERED) this.sights.delete(this.sights.keys().next().value!);
  }
}
