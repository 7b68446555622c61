import fc from 'fast-check';

/** Texts that have broken programs before. */
const TEXTS: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\u0007\u001b[31m',
  '\ud800',
  '\u202egnirts',
  'ﷺ'.repeat(300),
  '😀'.repeat(200),
  '长'.repeat(20_000),
  "' or 1=1 --",
  "'; drop table cases; --",
  '%_\\',
  '$1',
  '{{7*7}}',
  '${7*7}',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '=HYPERLINK("http://evil.example")',
  'null',
  'undefined',
  'NaN',
  '-1',
  '1e999',
  '9'.repeat(40),
  '0x10',
  '[]',
  '{}',
  'true',
  '2026-13-45T99:99:99Z',
  '-271821-04-20T00:00:00Z',
  '0000-00-00',
  '__proto__',
  'constructor',
  '00000000-0000-0000-0000-000000000000',
  'WyIyMDI2LTExLTIwVDAxOjAwOjAwLjAwMFoiXQ',
  Buffer.from('["9999-99-99T99:99:99.999Z","x"]').toString('base64url'),
  Buffer.from('["2026-02-31T00:00:00.000Z","0190a000-0000-7000-8000-000000000001"]').toString('base64url'),
  Buffer.from('["999999999999999999"]').toString('base64url'),
  Buffer.from('{"a":1}').toString('base64url'),
];

export const hostileText = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(...TEXTS),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  );

/** Whatever JSON can carry and nobody waits for. */
export const hostileValue = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    hostileText(),
    fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1,
      1.5,
      1e308,
      -1e308,
      2 ** 53,
      2 ** 31,
      1e-320,
      [],
      {},
      [[]],
      [null],
      { length: 3 },
      nested(40),
    ),
    fc.jsonValue({ maxDepth: 3 }),
  );

function nested(levels: number): unknown {
  return levels === 0 ? 'deep' : [nested(levels - 1)];
}
