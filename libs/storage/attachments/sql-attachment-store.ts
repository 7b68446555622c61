import type { DataSource, EntityManager } from 'typeorm';
import type { Attachment, AttachmentLimits } from '#domain/attachment/attachment.js';
import { cleanFileName } from '#domain/attachment/clean-file-name.js';
import { RejectedError } from '#domain/errors.js';
import type { AttachmentId, CaseId, CaseNumber, DepartmentId } from '#domain/ids.js';
import { AttachmentStore } from '#domain/ports/attachment-store.js';
import type { AttachmentNote, StagedFile } from '#domain/ports/attachment-store.js';
import type { Clock } from '#domain/ports/clock.js';
import type { IdSource } from '#domain/ports/ids.js';
import { seesCase } from '#identity/access/case-scope.js';
import { ask } from '../reading/ask.js';
import type { CaseRow } from '../row-mappers.js';
import { toCase } from '../row-mappers.js';
import { transact } from '../transact.js';
import { AttachmentFiles } from './attachment-files.js';
import { ATTACHMENT_COLUMNS, toAttachment } from './attachments-of-case.js';
import type { AttachmentRow } from './attachments-of-case.js';

interface Means {
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** Attachments: what they are in PostgreSQL, their bytes in a folder that all processes of the role `api` share. */
export class SqlAttachmentStore extends AttachmentStore {
  private readonly files: AttachmentFiles;

  constructor(
    private readonly source: DataSource,
    folder: string,
    private readonly limits: AttachmentLimits,
    private readonly means: Means,
  ) {
    super();
    this.files = new AttachmentFiles(folder, limits.maxBytes);
  }

  stage(content: AsyncIterable<Uint8Array>): Promise<StagedFile> {
    return this.files.stage(content);
  }

  discard(staged: StagedFile): Promise<void> {
    return this.files.discard(staged);
  }

  async keep(staged: StagedFile, note: AttachmentNote): Promise<{ attachment: Attachment; isNew: boolean }> {
    return transact(this.source, async (manager) => {
      const caseId = await concerned(manager, note);
      const there = await this.same(manager, caseId, note.department, staged.sha256);
      if (there) return { attachment: there, isNew: false };
      await this.insistOnRoom(manager, caseId);
      return { attachment: await this.insert(manager, caseId, staged, note), isNew: true };
    });
  }

  async of(number: CaseNumber): Promise<Attachment[] | undefined> {
    const rows = await ask<AttachmentRow | { readonly id: null }>(
      this.source,
      `select ${ATTACHMENT_COLUMNS} from cases c left join attachments a on a.case_id = c.id where c.number = $1 order by a.at, a.id`,
      [number],
    );
    return rows.length === 0 ? undefined : rows.flatMap((row) => (row.id === null ? [] : [toAttachment(row)]));
  }

  async open(
    number: CaseNumber,
    id: AttachmentId,
  ): Promise<{ attachment: Attachment; content: AsyncIterable<Uint8Array> } | undefined> {
    const [row] = await ask<AttachmentRow>(
      this.source,
      `select ${ATTACHMENT_COLUMNS} from attachments a join cases c on c.id = a.case_id where c.number = $1 and a.id = $2`,
      [number, id],
    );
    if (!row) return undefined;
    const attachment = toAttachment(row);
    return { attachment, content: await this.files.open(attachment.sha256) };
  }

  private async same(
    manager: EntityManager,
    caseId: CaseId,
    department: DepartmentId,
    sha256: string,
  ): Promise<Attachment | undefined> {
    const [row] = await manager.query<AttachmentRow[]>(
      `select ${ATTACHMENT_COLUMNS} from attachments a where case_id = $1 and department = $2 and sha256 = decode($3, 'hex')`,
      [caseId, department, sha256],
    );
    return row && toAttachment(row);
  }

  private async insistOnRoom(manager: EntityManager, caseId: CaseId): Promise<void> {
    const [{ count }] = await manager.query<{ count: number }[]>(
      'select count(*)::int as count from attachments where case_id = $1',
      [caseId],
    );
    if (count < this.limits.perCase) return;
    throw new RejectedError('ATTACHMENTS_FULL', `a case may have ${this.limits.perCase} attachments`);
  }

  /** The file takes its place before the commit: a row without its file there never is; a file without a row is only room. */
  private async insert(manager: EntityManager, caseId: CaseId, staged: StagedFile, given: AttachmentNote): Promise<Attachment> {
    const { type, bytes, sha256 } = staged;
    const { department, note } = given;
    const id = this.means.ids.next<AttachmentId>();
    const attachment = { id, department, name: cleanFileName(given.name), type, bytes, sha256, note, at: this.means.clock.now() };
    await manager.query(
      `insert into attachments (id, case_id, department, name, type, bytes, sha256, note, at)
       values ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), $8, $9)`,
      [id, caseId, department, attachment.name, type, bytes, sha256, note ?? null, attachment.at],
    );
    await this.files.settle(staged);
    return attachment;
  }
}

/** Locks the case, so that two uploads at once do not both take the last place. */
async function concerned(manager: EntityManager, { number, department }: AttachmentNote): Promise<CaseId> {
  const [row] = await manager.query<CaseRow[]>('select * from cases where number = $1 for no key update', [number]);
  if (!row) throw new RejectedError('CASE_UNKNOWN', `there is no case ${number}`);
  if (!seesCase({ kind: 'department', ids: [department] }, toCase(row)))
    throw new RejectedError('CASE_FOREIGN', `the case is not with ${department}`);
  return row.id;
}
