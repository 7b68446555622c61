/** The five platforms of the simulated city. */
export const CITY_PLATFORMS = ['hotline', 'portal', 'urban', 'grid', 'ejia'] as const;
export type CityPlatform = (typeof CITY_PLATFORMS)[number];

/** An answer as a platform keeps it. */
export interface CityAnswer {
  readonly reference: string;
  readonly final: boolean;
  readonly text: string;
  readonly department: string;
  readonly at: Date;
}

/** One citizen's record on one platform of the city; what a platform server renders in its own shape. */
export interface CityRecord {
  readonly platform: CityPlatform;
  readonly externalId: string;
  /** Truth: which matter it is about. Never leaves the city but through the score. */
  readonly matterId: string;
  readonly reportedAt: Date;
  updatedAt: Date;
  readonly title: string;
  readonly body: string;
  /** 咨询 求助 投诉 举报 建议 感谢 其他 */
  readonly nature: string;
  /** 特急 紧急 一般 疑难 */
  readonly urgency: string;
  /** Internal category code; each server translates it into its own code system. */
  readonly category: string;
  readonly place: {
    readonly address: string;
    readonly street: string;
    readonly community: string;
    readonly gridCode: string;
    /** WGS-84 degrees; absent when the platform does not know. */
    readonly longitude?: number;
    readonly latitude?: number;
    readonly componentCode?: string;
  };
  readonly reporter: { readonly name: string; readonly phone: string };
  readonly dueAt?: Date;
  /** Record of another platform this one was copied from. */
  readonly relayOf?: { readonly platform: CityPlatform; readonly externalId: string };
  withdrawn: boolean;
  readonly answers: CityAnswer[];
  evaluation?: { readonly solved: boolean; readonly satisfied: boolean; readonly at: Date };
}

/** The records of the city, as its platform servers see them. */
export abstract class RecordBook {
  /** Records of a platform changed at or after `from`, ascending by (updatedAt, externalId). */
  abstract changed(platform: CityPlatform, from: Date | undefined): readonly CityRecord[];

  abstract find(platform: CityPlatform, externalId: string): CityRecord | undefined;

  /** Keeps an answer (the same reference twice is one answer) and moves `updatedAt`. False: no such record. */
  abstract answer(platform: CityPlatform, externalId: string, answer: CityAnswer): boolean;
}

/** How badly a platform behaves; all zero is a good day. Each is a probability from 0 to 1, drawn per request or record. */
export interface Mischief {
  readonly tooMany: number;
  readonly serverError: number;
  readonly truncatedBody: number;
  readonly repeatedId: number;
  readonly unreadableRecord: number;
}
