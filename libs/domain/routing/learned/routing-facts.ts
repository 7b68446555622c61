import { UNCLASSIFIED } from '../../report/report.js';
import type { RouteSubject } from '../route.js';

/** What the learned router looks at, as plain words; everything here is known before anybody handled the case. */
export interface RoutingFacts {
  /** The narrowest name of what it is about: the platform's own code where there is one, or else the city's category. */
  readonly kind: string;
  /** The wider class that `kind` stands in. */
  readonly family: string;
  readonly street: string;
  /** Community, or grid where no community is known. */
  readonly quarter: string;
  readonly channel: string;
  readonly nature: string;
  readonly title: string;
  readonly body: string;
}

/** A platform's code may be a path (`main/sub`); the codes of the standards widen by dropping digits from the end. */
function familyOf(code: string): string {
  const slash = code.lastIndexOf('/');
  if (slash > 0) return code.slice(0, slash);
  return code.length > 3 ? code.slice(0, 3) : code;
}

/** Reads a subject once; what is not known is an empty word. */
export function factsOf({ category, sourceCategory, place, channel, nature, title, body }: RouteSubject): RoutingFacts {
  const code = sourceCategory?.code ?? (category === UNCLASSIFIED ? '' : category);
  const street = place.street ?? '';
  const quarter = place.community ?? place.gridCode ?? street;
  return { kind: code, family: familyOf(code), street, quarter, channel: channel ?? '', nature, title, body };
}
