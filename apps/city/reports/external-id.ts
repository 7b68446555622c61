import { DateTime } from 'luxon';
import type { CityPlatform } from '../world/city-record.js';

/** Gives every record an id as its platform would; the salt keeps two runs of a city apart. */
export class ExternalIds {
  private running = 0;

  /** `salt` is a number of at most six digits. */
  constructor(
    private readonly salt: number,
    from = 0,
  ) {
    this.running = from;
  }

  /** How many ids were given; where a restarted city goes on. */
  get given(): number {
    return this.running;
  }

  next(platform: CityPlatform, reportedAt: Date): string {
    const day = DateTime.fromJSDate(reportedAt, { zone: 'Asia/Shanghai' }).toFormat('yyMMdd');
    const salt = String(this.salt % 1_000_000).padStart(6, '0');
    const number = String(++this.running).padStart(5, '0');
    switch (platform) {
      case 'hotline':
        return `20${day}${salt}${number}`;
      case 'portal':
        return `MSG${day}-${salt}-${number}`;
      case 'urban':
        return `${day}${salt}${number}`;
      case 'grid':
        return `WG-${day}${salt}-${number}`;
      case 'ejia':
        return `EJ${day}${salt}${number}`;
    }
  }
}
