import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FILE_SAMPLES } from '#test/support/file-samples.js';
import { AttachmentFiles } from './attachment-files.js';

const SHA256_OF_JPEG = 'af148a4ff4e9dfa9b8d2edfc07e7d3514bb799fdec395c001285001fb9a406e2';

let folder: string;
let files: AttachmentFiles;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attachments-'));
  files = new AttachmentFiles(folder, 1_000);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function* bytes(...chunks: readonly (Buffer | Error)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) {
    if (chunk instanceof Error) throw chunk;
    yield chunk;
  }
}

const incoming = (): Promise<string[]> => readdir(join(folder, 'incoming'));

describe('a file that is taken in', () => {
  it.each([
    ['jpeg', 'image/jpeg'],
    ['png', 'image/png'],
    ['webp', 'image/webp'],
    ['heic', 'image/heic'],
    ['heif', 'image/heif'],
    ['mp4', 'video/mp4'],
    ['pdf', 'application/pdf'],
  ] as const)('is known as %s by its bytes', async (sample, type) => {
    expect((await files.stage(bytes(FILE_SAMPLES[sample]))).type).toBe(type);
  });

  it('lies under its hash once it is settled, whole and for nobody else', async () => {
    const { jpeg } = FILE_SAMPLES;
    const staged = await files.stage(bytes(jpeg.subarray(0, 10), jpeg.subarray(10)));
    expect(staged).toMatchObject({ bytes: 276, sha256: SHA256_OF_JPEG });
    await files.settle(staged);
    const place = join(folder, SHA256_OF_JPEG.slice(0, 2), SHA256_OF_JPEG);
    expect(await readFile(place)).toEqual(jpeg);
    expect((await stat(place)).mode & 0o077).toBe(0);
    expect(await incoming()).toEqual([]);
    await files.discard(staged);
    const read: Uint8Array[] = [];
    for await (const chunk of await files.open(SHA256_OF_JPEG)) read.push(chunk);
    expect(Buffer.concat(read)).toEqual(jpeg);
  });

  it.each([
    ['a web page', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a drawing with scripts', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a program', Buffer.from('7f454c46020101000000000000000000', 'hex')],
    ['an archive', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')],
    ['a GIF', Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(64)])],
    ['nothing', Buffer.alloc(0)],
  ])('is refused when it is %s, and leaves nothing', async (_, content) => {
    await expect(files.stage(bytes(content))).rejects.toMatchObject({ code: 'ATTACHMENT_TYPE_REFUSED' });
    expect(await incoming()).toEqual([]);
  });

  it('may be as large as one may be, and not a byte larger', async () => {
    const { jpeg } = FILE_SAMPLES;
    const filling = Buffer.alloc(1_000 - jpeg.length);
    expect((await files.stage(bytes(jpeg, filling))).bytes).toBe(1_000);
    const larger = files.stage(bytes(jpeg, filling, Buffer.alloc(1)));
    await expect(larger).rejects.toMatchObject({ code: 'ATTACHMENT_TOO_LARGE' });
    expect(await incoming()).toHaveLength(1);
  });

  it('leaves nothing when it breaks off', async () => {
    await expect(files.stage(bytes(FILE_SAMPLES.jpeg, new Error('gone')))).rejects.toThrow('gone');
    expect(await incoming()).toEqual([]);
  });
});
