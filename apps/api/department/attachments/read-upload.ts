import type { Multipart, MultipartValue } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { RejectedError } from '#domain/errors.js';
import type { AttachmentStore, StagedFile } from '#domain/ports/attachment-store.js';

/** What came in one form: the file, taken in already, and what was said of it. */
interface Upload {
  readonly staged: StagedFile;
  readonly name: string;
  readonly note?: string;
}

const MAX_NOTE_CHARACTERS = 500;
/** How large a file may be is the store's to say. A character has at most four bytes. */
const LIMITS = { files: 2, fields: 2, parts: 3, fieldSize: MAX_NOTE_CHARACTERS * 4 + 1, fileSize: Number.POSITIVE_INFINITY };

/** Reads a form with `file` and, before or after it, `note`. Nothing is kept of a form that is refused or breaks off. */
export async function readUpload(request: FastifyRequest, store: AttachmentStore): Promise<Upload> {
  if (!request.isMultipart()) throw new RejectedError('REQUEST_INVALID', 'send the file as multipart/form-data');
  let file: Omit<Upload, 'note'> | undefined;
  let note: string | undefined;
  try {
    for await (const part of request.parts({ limits: LIMITS })) {
      if (part.type === 'field') note = readNote(part);
      else if (file) throw new RejectedError('REQUEST_INVALID', 'file: send one a request');
      else file = { staged: await takeIn(part, store), name: part.filename };
    }
    if (!file) throw new RejectedError('REQUEST_INVALID', 'file: is missing');
    return { ...file, note };
  } catch (thrown) {
    // What is left of a refused form is read past: else the next request on the same connection would never be seen.
    request.raw.unpipe().resume();
    if (file) await store.discard(file.staged);
    throw asRefusal(thrown);
  }
}

/** What the parser throws has no class and no code of its own. */
const BROKEN_FORM = /^(Unexpected end of |Malformed |Multipart: |Part terminated early)/;

function asRefusal(thrown: unknown): unknown {
  const { message = '' } = thrown as { message?: string };
  return BROKEN_FORM.test(message) ? new RejectedError('REQUEST_INVALID', `the form cannot be read: ${message}`) : thrown;
}

function takeIn(part: Exclude<Multipart, MultipartValue>, store: AttachmentStore): Promise<StagedFile> {
  if (part.fieldname !== 'file') throw new RejectedError('REQUEST_INVALID', `${part.fieldname}: unknown; name the file "file"`);
  return store.stage(part.file);
}

function readNote({ fieldname, value }: MultipartValue): string | undefined {
  if (fieldname !== 'note') throw new RejectedError('REQUEST_INVALID', `${fieldname}: unknown`);
  const text = String(value).replaceAll('\0', '').trim();
  if ([...text].length > MAX_NOTE_CHARACTERS) {
    throw new RejectedError('REQUEST_INVALID', `note: at most ${MAX_NOTE_CHARACTERS} characters`);
  }
  return text === '' ? undefined : text;
}
