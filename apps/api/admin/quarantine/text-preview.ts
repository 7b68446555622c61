const LENGTH = 4000;

/** Bytes as a person can read them: UTF-8 where they are, else the encoding that old government systems write. */
export function textPreview(bytes: Uint8Array): string {
  return (decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030') ?? new TextDecoder().decode(bytes)).slice(0, LENGTH);
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
