/** What sort of spot a matter sits at. */
export type SpotKind = 'road' | 'lamp' | 'crossing' | 'estate' | 'shop' | 'school' | 'river' | 'site' | 'market' | 'sight';

/**
 * One thing people complain about. `{p}` in a phrase is the place, `{since}` since when, `{name of a facet}` one of the
 * wordings of what this matter chose for the facet: a matter keeps its row, each report says it in its own words.
 */
export interface MatterKind {
  readonly id: string;
  /** The right internal category. */
  readonly category: string;
  readonly spot: SpotKind;
  /** Shops it may be about, where the spot is a shop. */
  readonly shops?: readonly string[];
  readonly natures: readonly string[];
  /** 特急 or 紧急; 一般 when absent. */
  readonly urgency?: string;
  /** It is about a numbered component; the category says of which sort. */
  readonly component?: boolean;
  /** One person's own affair: nobody else reports it. */
  readonly personal?: boolean;
  readonly facets: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly titles: readonly string[];
  readonly bodies: readonly string[];
  readonly extras: readonly string[];
}
