import type { Mischief } from '../world/city-record.js';

/** What the hub must know to be let in; the city knows the same. */
export interface CitySecrets {
  readonly hotlineApiKey: string;
  readonly portalAppCode: string;
  readonly portalSecret: string;
  readonly urbanToken: string;
  readonly gridAppKey: string;
  /** Signs what the grid platform pushes. */
  readonly gridPushSecret: string;
  readonly gridKey: string;
  readonly gridSecret: string;
  /** Of 党群e家 over REST; empty while it is a folder. */
  readonly ejiaAppId: string;
  readonly ejiaAppSecret: string;
}

/** What every platform server of the city is given. */
export interface CityContext {
  now(): Date;
  /** From 0 (inclusive) to 1 (exclusive). */
  random(): number;
  mischief(): Mischief;
  /** Internal category code → this code system's own; empty when the system has none. */
  categoryCode(system: string, internal: string): string;
  readonly secrets: CitySecrets;
}
