import type { RecordName } from '../world/truth-book.js';

/** A case as a line of the operators' list; only what the operator looks at. */
export interface CaseLine {
  readonly number: string;
  readonly version: number;
  readonly status: string;
  readonly title: string;
  readonly place?: { readonly street?: string };
  readonly reports?: readonly RecordName[];
  readonly candidates?: readonly { readonly department: string }[];
}

/** A case as its page shows it; only what the operator looks at. Instants are ISO 8601. */
export interface CasePage {
  readonly case: {
    readonly version: number;
    readonly status: string;
    readonly round: number;
    readonly lead: { readonly id: string } | null;
    readonly coHandlers: readonly { readonly id: string }[];
    readonly supervision?: string;
    readonly proceedings: {
      readonly request?: { readonly kind: string };
      readonly suspension?: { readonly since: string };
      readonly whistles: readonly {
        readonly id: number;
        readonly calls: readonly { readonly department: string; readonly checkedInAt?: string; readonly score?: number }[];
      }[];
      readonly meetings: readonly { readonly id: number; readonly at: string; readonly decision?: string }[];
      readonly claim?: unknown;
      readonly lookBack?: { readonly isDue: boolean };
    };
  };
  /** What the hub lets an operator ask of the case as it stands. */
  readonly commands: readonly string[];
}
