import type { CityPlatform } from '../world/city-record.js';

/** How one Open311 server of the city behaves. */
export interface Open311Options {
  /** Whose records it shows. */
  readonly platform: CityPlatform;
  /** `standard` is San Francisco's bare GeoReport v2; `chicago` turns pages, filters by change and shows more on request. */
  readonly dialect: 'standard' | 'chicago';
  readonly apiKey: string;
  /** Code table of its services. */
  readonly codeSystem?: string;
  /** Whether it has mySociety's servicerequestupdates. */
  readonly updates?: boolean;
  /** How many requests it gives at most for one question; without it as many as its dialect says. */
  readonly mostRows?: number;
  /** Path before its resources. */
  readonly prefix?: string;
}

/** A question that breaks the standard's rules, as its list of errors tells it. */
export interface GeoReportError {
  readonly code: 400 | 403 | 404;
  readonly description: string;
}

export const isError = (answer: object): answer is GeoReportError => 'code' in answer && 'description' in answer;
