import type { DataSource } from 'typeorm';
import type { Attachment } from '#domain/attachment/attachment.js';
import type { Case } from '#domain/case/case.js';
import type { CaseId, CaseNumber, DepartmentId } from '#domain/ids.js';
import type { Route } from '#domain/routing/route.js';
import { ATTACHMENTS_OF_CASE, toAttachment } from '../attachments/attachments-of-case.js';
import type { AttachmentRow } from '../attachments/attachments-of-case.js';
import type { CaseRow } from '../row-mappers.js';
import { toCase } from '../row-mappers.js';
import { ask } from './ask.js';
import type { FiledClock, FiledDelivery, FiledEvent, FiledReport, FiledSuggestion } from './case-file-parts.js';
import { CLOCKS_OF_CASE, DELIVERIES_OF_CASE, EVENTS_OF_CASE, REPORTS_OF_CASE, SUGGESTIONS_OF_CASE } from './case-file-parts.js';

/** 案卷: everything that is written down about one case. */
export interface FiledCase {
  readonly case: Case;
  readonly route: Route;
  readonly routedTo: DepartmentId | null;
  readonly revisitDueAt: Date | null;
  /** Number of the closed case this one repeats. */
  readonly recurrenceOf: CaseNumber | null;
  /** Number of the case that took its reports in. */
  readonly mergedInto: CaseNumber | null;
  readonly reports: readonly FiledReport[];
  readonly events: readonly FiledEvent[];
  readonly clocks: readonly FiledClock[];
  readonly deliveries: readonly FiledDelivery[];
  readonly suggestions: readonly FiledSuggestion[];
  readonly attachments: readonly Attachment[];
}

interface FiledCaseRow extends CaseRow {
  readonly route: Route;
  readonly routed_to: DepartmentId | null;
  readonly revisit_due_at: Date | null;
  readonly recurrence_number: CaseNumber | null;
  readonly merged_number: CaseNumber | null;
}

/** What is known about one case. */
export class CaseFile {
  constructor(private readonly source: DataSource) {}

  /** Undefined when there is no case of that number. */
  async open(number: CaseNumber): Promise<FiledCase | undefined> {
    const [row] = await ask<FiledCaseRow>(
      this.source,
      `select c.*, o.number as recurrence_number, m.number as merged_number
       from cases c left join cases o on o.id = c.recurrence_of left join cases m on m.id = c.merged_into where c.number = $1`,
      [number],
    );
    return row && this.fill(row);
  }

  private async fill(row: FiledCaseRow): Promise<FiledCase> {
    const reports = await this.part<FiledReport>(REPORTS_OF_CASE, row.id);
    const events = await this.part<FiledEvent>(EVENTS_OF_CASE, row.id);
    const clocks = await this.part<FiledClock>(CLOCKS_OF_CASE, row.id);
    const deliveries = await this.part<FiledDelivery>(DELIVERIES_OF_CASE, row.id);
    const suggestions = await this.part<FiledSuggestion>(SUGGESTIONS_OF_CASE, row.id);
    const attachments = (await this.part<AttachmentRow>(ATTACHMENTS_OF_CASE, row.id)).map(toAttachment);
    const {
      route,
      routed_to: routedTo,
      revisit_due_at: revisitDueAt,
      recurrence_number: recurrenceOf,
      merged_number: mergedInto,
    } = row;
    const links = { recurrenceOf, mergedInto };
    return {
      case: toCase(row),
      route,
      routedTo,
      revisitDueAt,
      ...links,
      reports,
      events,
      clocks,
      deliveries,
      suggestions,
      attachments,
    };
  }

  private part<Row>(sql: string, id: CaseId): Promise<Row[]> {
    return ask<Row>(this.source, sql, [id]);
  }
}
