import { pipeline } from 'node:stream';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Transform } from 'node:stream';

/** Packings of a body that we can undo, for `accept-encoding`. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br';

const UNPACKERS: ReadonlyMap<string, () => Transform> = new Map<string, () => Transform>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

/** One packing in another is nobody's honest answer. */
const MOST_PACKINGS = 1;

/** A body that is larger than allowed once it is unpacked. */
export class BodyTooLarge extends Error {}

/** A body packed in a way that was not asked for. */
export class UnknownPacking extends Error {}

/** The bytes of a body as they were before packing, at most so many; it stops reading at the first byte too many. */
export async function readBody(body: Readable, encoding: string | undefined, mostBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of unpacked(body, encoding) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function unpacked(body: Readable, encoding: string | undefined): Readable {
  const names = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length === 0) return body;
  const unpacker = UNPACKERS.get(names[0]);
  if (!unpacker || names.length > MOST_PACKINGS) {
    body.on('error', () => undefined).destroy();
    throw new UnknownPacking();
  }
  // whatever fails on either side comes out of the reading below
  return pipeline(body, unpacker(), () => undefined);
}
