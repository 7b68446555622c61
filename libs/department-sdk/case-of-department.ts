/** A case as its department works on it. Times are ISO 8601; words of a later hub may be others. */
export interface CaseOfDepartment {
  readonly number: string;
  /** To send with a command that must not meet a case that has moved on. */
  readonly version: number;
  readonly status: string;
  /** `beside`: you were called by a whistle, or promised something. */
  readonly role: 'lead' | 'co-handler' | 'beside' | (string & {});
  readonly title: string;
  readonly category: { readonly code: string; readonly name: string };
  readonly nature: string;
  readonly urgency: string;
  readonly place: Readonly<Record<string, unknown>>;
  /** Rounds of handling: 1, and one more for each rework (重办). */
  readonly round: number;
  readonly because: string | null;
  readonly openedAt: string;
  readonly closedAt: string | null;
  /** By clock that runs, e.g. `sign` and `resolve`. */
  readonly dueAt: Readonly<Record<string, string>>;
  readonly reports: readonly { readonly platform: string; readonly externalId: string; readonly text: string }[];
  readonly answer: { readonly text: string; readonly at: string } | null;
  readonly request: Readonly<Record<string, unknown>> | null;
  readonly suspension: Readonly<Record<string, unknown>> | null;
  /** Your own calls. */
  readonly whistles: readonly {
    readonly whistle: number;
    readonly kind: string;
    readonly street: string;
    readonly because: string;
    readonly checkedInAt: string | null;
  }[];
  /** Your own commitments. */
  readonly commitments: readonly {
    readonly commitment: number;
    readonly what: string;
    readonly dueAt: string;
    readonly keptAt: string | null;
  }[];
  /** Commands that the case allows from where it stands. */
  readonly legal: readonly string[];
  /** Whom you may call: only where your duty needs it, and while the case is yours and open. */
  readonly contact?: { readonly name?: string; readonly phone?: string };
}
