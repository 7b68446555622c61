import type { DataSource } from 'typeorm';
import type { CaseId, CategoryCode, DepartmentId, ExternalId, PlatformId } from '#domain/ids.js';
import type { SealedContact } from '#domain/ports/contact-book.js';
import { ContactBook } from '#domain/ports/contact-book.js';
import { ask } from '../reading/ask.js';

interface ContactRow {
  readonly category: CategoryCode;
  readonly platform: PlatformId;
  readonly externalId: ExternalId;
  readonly sealed: Buffer;
}

/** A reporter's hash is there when a number is; a seal alone may hold masked words only. */
const FIRST = `
select c.category, r.platform, r.external_id as "externalId", r.sealed_reporter as sealed
from cases c join reports r on r.case_id = c.id
where c.id = $1 and c.closed_at is null and (c.lead = $2 or $2 = any(c.co_handlers))
  and r.withdrawn_at is null and r.reporter_hash is not null and r.sealed_reporter is not null
order by r.created_at, r.id limit 1`;

/** Who may be called, out of PostgreSQL. */
export class SqlContactBook extends ContactBook {
  constructor(private readonly source: DataSource) {
    super();
  }

  async find(caseId: CaseId, department: DepartmentId): Promise<SealedContact | undefined> {
    const [row] = await ask<ContactRow>(this.source, FIRST, [caseId, department]);
    if (!row) return undefined;
    const { category, sealed, ...owner } = row;
    return { category, sealed, owner };
  }
}
