import type { AttachmentId, DepartmentId } from '../ids.js';

/** What a department may hand over of its handling, told by the bytes and never by the name. */
export const ATTACHMENT_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'image/heif',
  'application/pdf',
  'video/mp4',
] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];

export const isAttachmentType = (type: string | undefined): type is AttachmentType =>
  (ATTACHMENT_TYPES as readonly (string | undefined)[]).includes(type);

/** 附件: a file that a department laid into a case. The same bytes of the same department are there once. */
export interface Attachment {
  readonly id: AttachmentId;
  readonly department: DepartmentId;
  readonly name: string;
  readonly type: AttachmentType;
  /** Size in bytes. */
  readonly bytes: number;
  /** Of the content, in hex. */
  readonly sha256: string;
  readonly note?: string;
  readonly at: Date;
}

/** How much of it. */
export interface AttachmentLimits {
  /** Bytes of one file at most. */
  readonly maxBytes: number;
  readonly perCase: number;
}
