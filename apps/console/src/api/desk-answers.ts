import type { AnswerOf } from './answer-of';
import type { components } from './schema';

/** What the case list and the duty list show of the admin API's answers; all of it out of docs/openapi.json. */
type Schemas = components['schemas'];

export type FilterView = Schemas['FilterView'];
export type FilterWords = AnswerOf<'/api/v1/cases/filters', 'get'>;
export type Facets = AnswerOf<'/api/v1/cases/counts', 'get'>;
export type CaseView = AnswerOf<'/api/v1/views', 'get'>['items'][number];
export type BulkAnswer = AnswerOf<'/api/v1/cases/commands', 'post'>;
export type Revealed = AnswerOf<'/api/v1/reports/{id}/reveal', 'post'>;

export type DutyLine = AnswerOf<'/api/v1/duty-list/lines', 'get'>['items'][number];
export type DutyVersionLine = AnswerOf<'/api/v1/duty-list/versions', 'get'>['items'][number];
export type DutyDraftLine = AnswerOf<'/api/v1/duty-list/drafts', 'get'>['items'][number];
export type DutyDraft = AnswerOf<'/api/v1/duty-list/drafts/{id}', 'get'>;
export type DutyDiff = AnswerOf<'/api/v1/duty-list/drafts/{id}/diff', 'get'>;
export type DryRun = Schemas['DryRun'];
export type OwnDuties = Schemas['OwnDuties'];
export type DutyRule = NonNullable<Schemas['DutyChange']['before']>;
export type DutyEdit = { readonly op: 'put' | 'remove'; readonly rule: DutyRule };
