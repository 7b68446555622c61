import type { Matter } from '../matters/matter.js';
import type { CityPlatform, CityRecord } from '../world/city-record.js';
import type { Random } from '../world/random.js';

const MOST_METRES_OFF = 35;
const METRES_A_DEGREE = 111_320;

/** How often a platform knows the coordinates. */
const LOCATED: Readonly<Record<CityPlatform, number>> = { hotline: 0.72, portal: 0, urban: 0.95, grid: 0.98, ejia: 0.6 };

/** The place as one report has it: some metres off, in one of its names, sometimes without coordinates. */
export function placeOf(matter: Matter, platform: CityPlatform, random: Random): CityRecord['place'] {
  const { spot } = matter;
  const direction = random.between(0, 2 * Math.PI);
  const metres = MOST_METRES_OFF * Math.sqrt(random.next());
  const shrink = Math.cos((spot.latitude * Math.PI) / 180);
  const located = random.chance(LOCATED[platform]);
  const named = random.chance(0.7) ? spot.names[0] : random.pick(spot.names);
  const knowsPart = platform === 'urban' && matter.componentCode !== undefined && random.chance(0.85);
  return {
    address: random.chance(0.5) ? spot.street + named : named,
    street: platform === 'portal' && random.chance(0.12) ? '' : spot.street,
    community: platform === 'portal' || (platform === 'hotline' && random.chance(0.2)) ? '' : spot.community,
    gridCode: spot.gridCode,
    ...(located && {
      longitude: round(spot.longitude + (metres * Math.cos(direction)) / (METRES_A_DEGREE * shrink)),
      latitude: round(spot.latitude + (metres * Math.sin(direction)) / METRES_A_DEGREE),
    }),
    ...(knowsPart && { componentCode: matter.componentCode }),
  };
}

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
