import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { RejectedError } from '#domain/errors.js';
import { as } from '#domain/ids.js';
import { AttachmentStore } from '#domain/ports/attachment-store.js';
import { CityWords } from '../city-words.js';
import { attachmentView } from './attachment-view.js';

/** What is sent of a file, and how it is announced. */
interface Download {
  readonly content: Readable;
  readonly type: string;
  readonly length: number;
  readonly disposition: string;
}

/** Attachments for operators. */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly store: AttachmentStore,
    private readonly words: CityWords,
  ) {}

  async all(number: string) {
    const found = await this.store.of(as(number));
    if (!found) throw new RejectedError('CASE_UNKNOWN', `there is no case ${number}`);
    return found.map((attachment) => attachmentView(attachment, this.words));
  }

  async open(number: string, id: string): Promise<Download> {
    const found = await this.store.open(as(number), as(id));
    if (!found) throw new RejectedError('NOT_FOUND', `case ${number} has no attachment ${id}`);
    const { name, type, bytes } = found.attachment;
    // RFC 6266: names are Chinese mostly, and a clean one has no quotes or breaks.
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`;
    return { content: Readable.from(found.content), type, length: bytes, disposition };
  }
}
