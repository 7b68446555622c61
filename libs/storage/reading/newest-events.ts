import type { DataSource } from 'typeorm';
import type { CaseEventType } from '#domain/case/case.js';
import type { CaseNumber } from '#domain/ids.js';
import { ask } from './ask.js';

/** An event with the case it belongs to. */
export interface NewestEvent {
  readonly number: CaseNumber;
  readonly seq: number;
  readonly title: string;
  readonly type: CaseEventType;
  readonly at: Date;
  readonly actor: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What happened last, over all cases, newest first. */
export class NewestEvents {
  constructor(private readonly source: DataSource) {}

  newest(limit: number): Promise<NewestEvent[]> {
    return ask<NewestEvent>(
      this.source,
      `select c.number, e.seq, c.title, e.type, e.at, e.actor, e.data
       from (select * from case_events order by at desc limit $1) e join cases c on c.id = e.case_id order by e.at desc, c.number desc, e.seq desc`,
      [limit],
    );
  }
}
