import type { AnswerOf } from './answer-of';

/** What the pages about people, keys and the audit show of the admin API's answers. Instants are ISO texts. */
export type PersonLine = AnswerOf<'/api/v1/people', 'get'>['items'][number];
export type KeyLine = AnswerOf<'/api/v1/api-keys', 'get'>['items'][number];
export interface AuditLine {
  seq: number;
  at: string;
  actor: string;
  action: string;
  subject: string;
  reason?: string | null;
}
