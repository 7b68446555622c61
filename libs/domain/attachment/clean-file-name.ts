/** As long as people can read, and short enough for every file system once it is downloaded. */
const LONGEST = 120;

/**
 * A name that is safe to show and to save under: the last part of a path, without control or direction characters, and
 * without what a file system or a header takes for something else. Only the type that the bytes have tells what the file is.
 */
export function cleanFileName(name: string, fallback = '附件'): string {
  const last = name.normalize('NFC').split(/[/\\]/u).at(-1) ?? '';
  const plain = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[<>:"|?*;%]/gu, '_')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[\s.]+|[\s.]+$/gu, '');
  return plain === '' ? fallback : shortened([...plain]);
}

/** The end of a name says what kind of file it was: that is kept. */
function shortened(characters: readonly string[]): string {
  if (characters.length <= LONGEST) return characters.join('');
  const dot = characters.lastIndexOf('.');
  const ending = characters.length - dot <= 10 && dot > 0 ? characters.slice(dot) : [];
  return [...characters.slice(0, LONGEST - ending.length), ...ending].join('');
}
