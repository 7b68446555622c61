import { IANAZone, Zone } from 'luxon';
import type { ZoneOffsetFormat, ZoneOffsetOptions } from 'luxon';

/** Every offset change of every zone since 1970 falls on a quarter of an hour. */
const QUARTER_MS = 15 * 60_000;

/**
 * luxon's IANA zone that remembers its offsets: asking Intl for one costs more than everything else a time is parsed with,
 * and the records of one page share a handful.
 */
export class RememberedZone extends Zone {
  private static readonly zones = new Map<string, RememberedZone>();
  private readonly offsets = new Map<number, number>();

  private constructor(private readonly zone: IANAZone) {
    super();
  }

  /** One a name, for the life of the process. */
  static of(name: string): RememberedZone {
    const known = RememberedZone.zones.get(name);
    if (known) return known;
    const made = new RememberedZone(IANAZone.create(name));
    RememberedZone.zones.set(name, made);
    return made;
  }

  override get type(): string {
    return this.zone.type;
  }

  override get name(): string {
    return this.zone.name;
  }

  override get isUniversal(): boolean {
    return this.zone.isUniversal;
  }

  override get isValid(): boolean {
    return this.zone.isValid;
  }

  override offsetName(ts: number, options: ZoneOffsetOptions): string | null {
    return this.zone.offsetName(ts, options);
  }

  override formatOffset(ts: number, format: ZoneOffsetFormat): string {
    return this.zone.formatOffset(ts, format);
  }

  override offset(ts: number): number {
    const quarter = Math.floor(ts / QUARTER_MS);
    const known = this.offsets.get(quarter);
    if (known !== undefined) return known;
    const offset = this.zone.offset(ts);
    // A year of quarters; a longer feed starts remembering anew.
    if (this.offsets.size > 35_000) this.offsets.clear();
    this.offsets.set(quarter, offset);
    return offset;
  }

  override equals(other: Zone): boolean {
    return other instanceof RememberedZone && other.name === this.name;
  }
}
