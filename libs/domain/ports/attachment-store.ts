import type { Attachment, AttachmentType } from '../attachment/attachment.js';
import type { AttachmentId, CaseNumber, DepartmentId } from '../ids.js';

/** A file that was taken in whole and belongs to no case yet. */
export interface StagedFile {
  /** Where it lies until then. */
  readonly path: string;
  readonly type: AttachmentType;
  readonly bytes: number;
  readonly sha256: string;
}

/** Where a file is to go, and who says what of it. */
export interface AttachmentNote {
  readonly number: CaseNumber;
  readonly department: DepartmentId;
  readonly name: string;
  readonly note?: string;
}

/** Files that departments lay into cases. */
export abstract class AttachmentStore {
  /**
   * Takes a file in. Throws RejectedError `ATTACHMENT_TOO_LARGE` or `ATTACHMENT_TYPE_REFUSED`, or what `content` throws;
   * then nothing of it is left.
   */
  abstract stage(content: AsyncIterable<Uint8Array>): Promise<StagedFile>;

  /**
   * Lays a staged file into a case; `isNew` is false where the department had laid the same bytes there before. Throws
   * RejectedError `CASE_UNKNOWN`, `CASE_FOREIGN` or `ATTACHMENTS_FULL`.
   */
  abstract keep(staged: StagedFile, note: AttachmentNote): Promise<{ attachment: Attachment; isNew: boolean }>;

  /** Removes what was staged and not kept; harmless afterwards. */
  abstract discard(staged: StagedFile): Promise<void>;

  /** Those of a case, oldest first; undefined when there is no such case. */
  abstract of(number: CaseNumber): Promise<Attachment[] | undefined>;

  /** One of a case with its bytes; undefined when the case has no such file. */
  abstract open(
    number: CaseNumber,
    id: AttachmentId,
  ): Promise<{ attachment: Attachment; content: AsyncIterable<Uint8Array> } | undefined>;
}
