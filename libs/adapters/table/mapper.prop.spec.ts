import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMapping } from './a-mapping.js';
import { mapTableRow } from './mapper.js';

const mapping = aMapping({
  columns: {
    externalId: '编号',
    title: ['标题', 'constructor'],
    body: '{内容}{__proto__}',
    reportedAt: '时间',
    longitude: 'x',
    latitude: 'y',
  },
  times: ['yyyy/M/d', 'iso', 'epoch-ms', 'excel-serial'],
});

describe('mapTableRow', () => {
  it('answers with a report or with faults, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(['report', 'rejected']).toContain(mapTableRow(bytes, mapping).kind);
      }),
    );
  });

  it('answers with a report or with faults, whatever stands in the cells', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double().map(String),
      fc.jsonValue(),
      fc.constantFrom('2024/3/5', '45356.38', '-'),
    );
    const cells = fc.dictionary(fc.constantFrom('编号', '标题', '内容', '时间', 'x', 'y', '__proto__'), cell);
    fc.assert(
      fc.property(cells, (fields) => {
        const mapped = mapTableRow(Buffer.from(JSON.stringify(fields)), mapping);
        if (mapped.kind === 'rejected') expect(mapped.faults.length).toBeGreaterThan(0);
        else expect(mapped).toMatchObject({ kind: 'report', draft: { reportedAt: expect.any(Date), place: expect.any(Object) } });
      }),
    );
  });
});
