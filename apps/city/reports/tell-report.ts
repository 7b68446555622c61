import type { Matter } from '../matters/matter.js';
import type { CityPlatform } from '../world/city-record.js';
import type { Random } from '../world/random.js';
import { FRAMES, SLIPS, TITLE_FRAMES } from './frames.js';

export interface Telling {
  readonly title: string;
  readonly body: string;
}

/** One citizen's words about a matter, as the platform's people take them down. */
export function tell(matter: Matter, platform: CityPlatform, random: Random): Telling {
  const { kind } = matter;
  const frame = FRAMES[platform];
  const body = fill(random.pick(kind.bodies), matter, random);
  const extras = random.shuffle(kind.extras).slice(0, random.weighted(frame.extras));
  const told = random.pick(frame.openings) + body + extras.join('') + random.pick(frame.closings);
  const filled = told.replaceAll('{community}', matter.spot.community);
  const title = fill(random.pick(kind.titles), matter, random);
  return { title: random.pick(TITLE_FRAMES).replace('…', title), body: slip(filled, random) };
}

/** Puts the place and this report's wording of each facet into a phrase. */
function fill(phrase: string, matter: Matter, random: Random): string {
  const { names } = matter.spot;
  const place = random.chance(0.55) ? names[0] : random.pick(names);
  const named = random.chance(0.12) ? matter.spot.street + place : place;
  return phrase.replace(/\{(\w+)\}/g, (_whole, name: string) => (name === 'p' ? named : random.pick(matter.rows[name] ?? [''])));
}

const WIDE_DIGIT_SHIFT = 0xfee0;
const wide = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + WIDE_DIGIT_SHIFT));

/** Fingers slip, input methods differ: a wrong character, wide digits, spaces, doubled marks. */
function slip(text: string, random: Random): string {
  let slipped = text;
  if (random.chance(0.15)) {
    const fitting = SLIPS.filter(([right]) => slipped.includes(right));
    if (fitting.length > 0) {
      const [right, wrong] = random.pick(fitting);
      slipped = slipped.replace(right, wrong);
    }
  }
  if (random.chance(0.05)) slipped = wide(slipped);
  if (random.chance(0.06)) slipped = slipped.replace('，', '  ');
  if (random.chance(0.05)) slipped = slipped.replace(/。$/, '！！');
  if (random.chance(0.04)) slipped = slipped.replaceAll('，', ',');
  return slipped;
}
