import type { Attachment, AttachmentType } from '#domain/attachment/attachment.js';
import type { AttachmentId, DepartmentId } from '#domain/ids.js';

/** Columns of an attachment `a`. */
export interface AttachmentRow {
  readonly id: AttachmentId;
  readonly department: DepartmentId;
  readonly name: string;
  readonly type: AttachmentType;
  /** int8, as text. */
  readonly bytes: string;
  readonly sha256: Buffer;
  readonly note: string | null;
  readonly at: Date;
}

export const ATTACHMENT_COLUMNS = 'a.id, a.department, a.name, a.type, a.bytes, a.sha256, a.note, a.at';

export const ATTACHMENTS_OF_CASE = `select ${ATTACHMENT_COLUMNS} from attachments a where a.case_id = $1 order by a.at, a.id`;

export const toAttachment = ({ bytes, sha256, note, ...row }: AttachmentRow): Attachment => ({
  ...row,
  bytes: Number(bytes),
  sha256: sha256.toString('hex'),
  note: note ?? undefined,
});
