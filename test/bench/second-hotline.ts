import type { CityConfig } from '#config/load-reference.js';
import type { PlatformId } from '#domain/ids.js';

export const HOTLINE = 'hotline' as PlatformId;
export const SECOND_HOTLINE = 'hotline-2' as PlatformId;

/** The same kind of platform again, with records nobody has seen. */
export function withSecondHotline(city: CityConfig, cityUrl: string): CityConfig {
  const hotline = city.platforms.find(({ id }) => id === HOTLINE);
  if (!hotline) throw new Error('the demo city has no hotline');
  const second = { ...hotline, id: SECOND_HOTLINE, settings: { ...hotline.settings, baseUrl: `${cityUrl}/hotline` } };
  return { ...city, platforms: [...city.platforms, second] };
}
