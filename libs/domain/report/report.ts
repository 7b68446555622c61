import type { CategoryCode, ExternalId, PlatformId, ReportId } from '../ids.js';

/** 诉求性质: what the citizen wants. */
export const NATURES = ['consultation', 'help', 'complaint', 'tip-off', 'suggestion', 'praise', 'other'] as const;
export type Nature = (typeof NATURES)[number];

/** 紧急程度: 特急 (突发), 紧急 (水电气热), 一般, 疑难. */
export const URGENCIES = ['emergency', 'urgent', 'normal', 'complex'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** A platform's own code of what a report is about; `system` names the code table and its version. */
export interface SourceCategory {
  readonly system: string;
  readonly code: string;
  readonly name?: string;
}

/** Where it is. Coordinates are WGS-84 degrees. */
export interface Place {
  readonly address?: string;
  readonly longitude?: number;
  readonly latitude?: number;
  readonly gridCode?: string;
  readonly street?: string;
  readonly community?: string;
  /** 部件编码 of a numbered component (lamp post, manhole cover). */
  readonly componentCode?: string;
}

/** Who asked; leaves the mapper in clear text and is sealed by the vault before anything is stored. */
export interface Reporter {
  readonly name?: string;
  readonly phone?: string;
}

/** 回访 as the platform recorded it. */
export interface Evaluation {
  readonly solved: boolean;
  readonly satisfied: boolean;
  readonly at: Date;
}

/** 即办: how a matter was solved where it was raised, before anybody else had to act; the citizen was there and knows. */
export interface SolvedOnTheSpot {
  readonly how: string;
  readonly at: Date;
  /** Name of the person or unit that solved it, as the list has it. */
  readonly by?: string;
}

/** Another platform's record that this one was copied from (转办). */
export interface Relay {
  readonly platform?: PlatformId;
  readonly externalId: ExternalId;
}

/** One citizen's record as an adapter's mapper reads it: instants in UTC, coordinates in WGS-84, text as written. */
export interface ReportDraft {
  readonly externalId: ExternalId;
  readonly reportedAt: Date;
  readonly sourceUpdatedAt: Date;
  readonly title: string;
  readonly body: string;
  readonly nature: Nature;
  readonly urgency: Urgency;
  readonly sourceCategory?: SourceCategory;
  readonly place: Place;
  readonly reporter?: Reporter;
  /** The platform's own deadline for the answer. */
  readonly sourceDueAt?: Date;
  readonly relayOf?: Relay;
  readonly evaluation?: Evaluation;
  readonly solvedOnTheSpot?: SolvedOnTheSpot;
  /** Set when the record's newest change is our own write-back coming back. */
  readonly echo?: boolean;
  /** Title and body are made of codes and names, nobody wrote them: equal words say nothing about equal matters. */
  readonly textIsGenerated?: boolean;
}

/** One citizen's record on one platform, normalised; the unit that is owed an answer. */
export interface Report {
  readonly id: ReportId;
  readonly platform: PlatformId;
  readonly externalId: ExternalId;
  readonly reportedAt: Date;
  readonly sourceUpdatedAt: Date;
  readonly title: string;
  readonly body: string;
  readonly nature: Nature;
  readonly urgency: Urgency;
  /** `UNCLASSIFIED` (待归类) when no mapping table knows the platform's code. */
  readonly category: CategoryCode;
  readonly sourceCategory?: SourceCategory;
  readonly place: Place;
  /** Keyed hash of the phone, hex; the number itself is in the vault. */
  readonly reporterHash?: string;
  /** Keyed hashes of the numbers that its words name, hex. */
  readonly identityHashes?: readonly string[];
  /** Who asked, and the words that are masked above, sealed by the vault. */
  readonly sealedReporter?: Uint8Array;
  readonly sourceDueAt?: Date;
  readonly relayOf?: Relay;
  readonly evaluation?: Evaluation;
  readonly solvedOnTheSpot?: SolvedOnTheSpot;
}

/** 待归类: the category of a report whose code no mapping table knows. */
export const UNCLASSIFIED = 'UNCLASSIFIED' as CategoryCode;
