import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Attachment } from '#domain/attachment/attachment.js';
import { RejectedError } from '#domain/errors.js';
import type { DepartmentId } from '#domain/ids.js';
import { as } from '#domain/ids.js';
import { AttachmentStore } from '#domain/ports/attachment-store.js';
import { RefusalLog } from '#domain/ports/refusal-log.js';
import { readUpload } from './read-upload.js';

/** Takes in what departments hand over of their handling. */
@Injectable()
export class AttachmentDesk {
  constructor(
    private readonly store: AttachmentStore,
    private readonly refusals: RefusalLog,
  ) {}

  /** `isNew` is false where the department had laid the same bytes into the case before. */
  async upload(
    request: FastifyRequest,
    number: string,
    department: DepartmentId,
  ): Promise<{ attachment: Attachment; isNew: boolean }> {
    const { staged, name, note } = await readUpload(request, this.store);
    try {
      return await this.store.keep(staged, { number: as(number), department, name, note });
    } catch (thrown) {
      throw await this.asUnknown(thrown, number, department);
    } finally {
      await this.store.discard(staged);
    }
  }

  /** Which cases others have is nothing a department may find out. */
  private async asUnknown(thrown: unknown, number: string, department: DepartmentId): Promise<unknown> {
    if (!(thrown instanceof RejectedError) || thrown.code !== 'CASE_FOREIGN') return thrown;
    await this.refusals.note({ who: `department:${department}`, code: thrown.code, detail: `attachment: ${thrown.message}` });
    return new RejectedError('CASE_UNKNOWN', `there is no case ${number}`);
  }
}
