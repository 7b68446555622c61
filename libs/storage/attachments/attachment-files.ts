import { createHash, randomUUID } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileTypeFromFile } from 'file-type';
import { isAttachmentType } from '#domain/attachment/attachment.js';
import type { AttachmentType } from '#domain/attachment/attachment.js';
import { RejectedError } from '#domain/errors.js';
import type { StagedFile } from '#domain/ports/attachment-store.js';

/** Files by the hash of their content: the same bytes are one file, whoever sent them. */
export class AttachmentFiles {
  constructor(
    private readonly folder: string,
    private readonly maxBytes: number,
  ) {}

  /** Writes to disk, then looks what it is. Nothing is left of what is refused or breaks off. */
  async stage(content: AsyncIterable<Uint8Array>): Promise<StagedFile> {
    const path = join(this.folder, 'incoming', randomUUID());
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      const written = await this.write(path, content);
      return { path, ...written, type: await typeOf(path) };
    } catch (thrown) {
      await rm(path, { force: true });
      throw thrown;
    }
  }

  /** Puts a staged file in its place for good: once this returns, no loss of power takes it away. */
  async settle({ path, sha256 }: StagedFile): Promise<void> {
    const place = this.placeOf(sha256);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    await rename(path, place);
    await flushed(dirname(place));
  }

  async discard({ path }: StagedFile): Promise<void> {
    await rm(path, { force: true });
  }

  /** Rejects when the file is not there, before anything of it is read. */
  async open(sha256: string): Promise<AsyncIterable<Uint8Array>> {
    const file = await open(this.placeOf(sha256), 'r');
    return file.createReadStream();
  }

  private placeOf(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256);
  }

  private async write(path: string, content: AsyncIterable<Uint8Array>): Promise<{ bytes: number; sha256: string }> {
    const file = await open(path, 'wx', 0o600);
    try {
      return await this.writeTo(file, content);
    } finally {
      await file.close();
    }
  }

  private async writeTo(file: FileHandle, content: AsyncIterable<Uint8Array>): Promise<{ bytes: number; sha256: string }> {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of content) {
      bytes += chunk.length;
      if (bytes > this.maxBytes) throw new RejectedError('ATTACHMENT_TOO_LARGE', `a file may have ${this.maxBytes} bytes`);
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
    return { bytes, sha256: hash.digest('hex') };
  }
}

/** By its bytes: what a sender calls it decides nothing. */
async function typeOf(path: string): Promise<AttachmentType> {
  const found = await fileTypeFromFile(path);
  if (isAttachmentType(found?.mime)) return found.mime;
  throw new RejectedError(
    'ATTACHMENT_TYPE_REFUSED',
    `the bytes are ${found?.mime ?? 'nothing we know'}; a picture, PDF or MP4 is taken`,
  );
}

/** A new name is safe once its folder is. */
async function flushed(folder: string): Promise<void> {
  const opened = await open(folder, 'r');
  await opened.sync().finally(() => opened.close());
}
