declare const brand: unique symbol;
type Branded<T, B extends string> = T & { readonly [brand]: B };

/** Configured name of one source platform, e.g. `hotline`. */
export type PlatformId = Branded<string, 'PlatformId'>;
/** A platform's own id of a record, opaque. */
export type ExternalId = Branded<string, 'ExternalId'>;
/** Configured name of a department, e.g. `urban-management`. */
export type DepartmentId = Branded<string, 'DepartmentId'>;
/** Code of an internal category, e.g. `E0113`. */
export type CategoryCode = Branded<string, 'CategoryCode'>;
/** UUIDv7 of a case. */
export type CaseId = Branded<string, 'CaseId'>;
/** What people say on the phone: `HL` + date + running number. */
export type CaseNumber = Branded<string, 'CaseNumber'>;
/** UUIDv7 of a report. */
export type ReportId = Branded<string, 'ReportId'>;
/** UUIDv7 of a delivery; also the `webhook-id` a department sees. */
export type DeliveryId = Branded<string, 'DeliveryId'>;
/** UUIDv7 of one change of the grouping: a detach, a merge, an answered suggestion … */
export type GroupingId = Branded<string, 'GroupingId'>;
/** UUIDv7 of an undertaking (清单事项). */
export type UndertakingId = Branded<string, 'UndertakingId'>;
/** Configured name of a red partner (红色合伙人), e.g. `yunhui-property`. */
export type PartnerId = Branded<string, 'PartnerId'>;
/** UUIDv7 of an attachment (附件). */
export type AttachmentId = Branded<string, 'AttachmentId'>;
/** Running number of a suggestion. */
export type SuggestionId = Branded<string, 'SuggestionId'>;
/** Running number of a staged record. */
export type RecordId = Branded<string, 'RecordId'>;

/** Gives a string from outside one of the names above; the caller vouches for its shape. */
export const as = <T extends Branded<string, string>>(value: string): T => value as T;
