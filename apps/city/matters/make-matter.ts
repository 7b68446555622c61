import type { Quarter } from '../world/city-map.js';
import { sightQuarters } from '../world/city-map.js';
import { Random } from '../world/random.js';
import { inCharge, oddlyInCharge } from '../world/responsibility.js';
import { hasNeighbours, nextDoor, someSpot } from '../world/spot.js';
import type { Spot } from '../world/spot.js';
import type { Likeness, Matter } from './matter.js';
import { MATTER_KINDS } from './matter-kinds.js';
import type { MatterKind } from './matter-kind.js';

/** Of the matters whose responsibility is sometimes odd, how many are. */
const ODD_SHARE = 0.09;
const DIVISION = '370299';
/** Roads not yet handed over have lamps numbered from here; so have ducts of the power company. */
const FOREIGN_COMPONENTS = '09';

const SINCE: readonly (readonly string[])[] = [
  ['一个多星期', '一周多', '7、8天'],
  ['三天', '3天', '两三天'],
  ['半个月', '十几天', '两个星期'],
  ['一个多月', '三四十天', '40来天'],
  ['四五天', '4、5天', '好几天'],
  ['大半年', '半年多', '六七个月'],
];

const LIKENESSES: readonly (readonly [Likeness | undefined, number])[] = [
  [undefined, 79],
  ['next-door', 6],
  ['same-place', 6],
  ['same-words', 6],
  ['long-ago', 3],
];

/** Makes the matters of a city one after the other; the nth matter of a seed is always the same. */
export class MatterMaker {
  private readonly recent: Matter[] = [];
  private readonly taken = new Set<string>();
  private made = 0;

  constructor(
    private readonly seed: number,
    private readonly map: readonly Quarter[],
    private readonly salt = 0,
  ) {}

  next(): Matter {
    const random = Random.of(this.seed, 'matter', ++this.made);
    const likeness = this.recent.length < 8 ? undefined : random.weighted(LIKENESSES);
    const matter = (likeness && this.like(likeness, random)) ?? this.fresh(random);
    this.remember(matter);
    return matter;
  }

  private remember(matter: Matter): void {
    this.taken.add(placeKey(matter.kind, matter.spot));
    this.recent.push(matter);
    if (this.recent.length <= 60) return;
    const forgotten = this.recent.shift()!;
    if (this.taken.size > 5000) this.taken.delete(placeKey(forgotten.kind, forgotten.spot));
  }

  private fresh(random: Random): Matter {
    const kind = random.pick(MATTER_KINDS);
    return this.build(kind, this.freeSpot(kind, random), random);
  }

  /** A spot where nothing of the category is wrong yet: two matters that nobody could tell apart would be no test. */
  private freeSpot(kind: MatterKind, random: Random): Spot {
    const quarters = kind.spot === 'sight' ? sightQuarters(this.map) : this.map;
    let spot = someSpot(random.pick(quarters), kind.spot, kind.shops, random);
    for (let tries = 0; tries < 30 && this.taken.has(placeKey(kind, spot)); tries++) {
      spot = someSpot(random.pick(quarters), kind.spot, kind.shops, random);
    }
    return spot;
  }

  private like(how: Likeness, random: Random): Matter | undefined {
    const other = random.pick(this.recent);
    const likeness = { to: other.id, how };
    switch (how) {
      case 'next-door': {
        if (!hasNeighbours(other.kind.spot)) return undefined;
        const spot = nextDoor(other.spot, other.kind.shops, random);
        return this.taken.has(placeKey(other.kind, spot)) ? undefined : { ...this.build(other.kind, spot, random), likeness };
      }
      case 'same-place': {
        const kinds = MATTER_KINDS.filter(({ spot, category }) => spot === other.kind.spot && category !== other.kind.category);
        const fitting = kinds.filter((kind) => !kind.shops && !this.taken.has(placeKey(kind, other.spot)));
        return fitting.length === 0 ? undefined : { ...this.build(random.pick(fitting), other.spot, random), likeness };
      }
      case 'same-words': {
        const built = this.build(other.kind, this.freeSpot(other.kind, random), random);
        return { ...built, rows: other.rows, voice: other.voice, likeness };
      }
      case 'long-ago':
        if (other.likeness || other.kind.personal) return undefined;
        return { ...this.build(other.kind, other.spot, random), department: other.department, odd: other.odd, likeness };
    }
  }

  private build(kind: MatterKind, spot: Spot, random: Random): Matter {
    const usual = inCharge(kind.category, spot) ?? 'urban-management';
    const others = oddlyInCharge(kind.category).filter((id) => id !== usual);
    const odd = others.length > 0 && random.chance(ODD_SHARE);
    const rows = Object.fromEntries(Object.entries(kind.facets).map(([name, options]) => [name, random.pick(options)]));
    return {
      id: `M${this.salt}-${this.made}`,
      number: this.made,
      kind,
      spot,
      department: odd ? random.pick(others) : usual,
      odd,
      rows: { ...rows, since: random.pick(SINCE) },
      nature: random.pick(kind.natures),
      componentCode: kind.component ? componentOf(kind, spot, usual, odd) : undefined,
      voice: this.made,
    };
  }
}

const placeKey = (kind: MatterKind, spot: Spot): string => `${kind.category}/${spot.key}`;

/** The number of the thing that stands at a spot: the same for everybody who reads it there. */
function componentOf(kind: MatterKind, spot: Spot, usual: string, odd: boolean): string {
  const foreign = (kind.category === 'P0137' && usual === 'housing-construction') || (kind.category === 'P0107' && odd);
  const running = Random.of(7, kind.category, spot.key).int(0, 9999);
  return `${DIVISION}${kind.category.slice(1)}${foreign ? FOREIGN_COMPONENTS : '01'}${String(running).padStart(4, '0')}`;
}
