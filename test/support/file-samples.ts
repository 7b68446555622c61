const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
const padded = (head: Buffer): Buffer => Buffer.concat([head, Buffer.alloc(256)]);
const isoMedia = (brand: string): Buffer =>
  padded(Buffer.concat([hex('00000018'), Buffer.from(`ftyp${brand}\0\0\0\0${brand}isom`)]));

/** The beginnings of files, as the programs that make them write them. */
export const FILE_SAMPLES = {
  jpeg: padded(hex('ffd8ffe0 00104a464946000101000001 00010000')),
  png: padded(hex('89504e470d0a1a0a 0000000d49484452 0000000100000001 0806000000 1f15c489 0000000049444154')),
  webp: padded(Buffer.concat([Buffer.from('RIFF'), hex('00010000'), Buffer.from('WEBPVP8 ')])),
  heic: isoMedia('heic'),
  heif: isoMedia('mif1'),
  mp4: isoMedia('isom'),
  pdf: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'),
} as const;
