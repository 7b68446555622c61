import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DataSource } from '#storage/data-source.js';
import { createDataSource } from '#storage/data-source.js';
import { Conditions } from '#storage/reading/conditions.js';
import type { TestDatabase } from '#test/support/database.js';
import { freshDatabase } from '#test/support/database.js';
import { emptyTables } from '#test/support/empty-tables.js';
import type { CaseFacts, CaseScope } from './case-scope.js';
import { scopeCondition, seesCase } from './case-scope.js';

/** Few names, and one that would end a careless string, so that cases and scopes meet often. */
const name = fc.constantFrom('transport', 'urban', 'water', `o'reilly" ?`);
const names = fc.uniqueArray(name, { maxLength: 3 });
const around = fc.record({
  whistles: fc.array(fc.record({ calls: fc.array(fc.record({ department: name }), { maxLength: 2 }) }), { maxLength: 2 }),
  commitments: fc.array(fc.record({ department: name }), { maxLength: 2 }),
});
const facts: fc.Arbitrary<CaseFacts> = fc.record({
  lead: fc.option(name),
  coHandlers: names,
  street: fc.option(name),
  gridCode: fc.option(name),
  proceedings: fc.option(around),
});
const scope: fc.Arbitrary<CaseScope> = fc.oneof(
  fc.constant({ kind: 'all' as const }),
  names.map((ids) => ({ kind: 'department' as const, ids })),
  names.map((list) => ({ kind: 'street' as const, names: list })),
  names.map((codes) => ({ kind: 'grid' as const, codes })),
);

describe('whose cases somebody sees', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await freshDatabase();
    source = createDataSource({ url: database.url, poolSize: 2 });
    await source.initialize();
  });
  afterAll(async () => {
    await source?.destroy();
    await database?.drop();
  });

  const insert = (number: string, { lead, coHandlers, street, gridCode, proceedings }: CaseFacts) =>
    source.query(
      `insert into cases (id, number, version, status, opened_at, title, category, nature, urgency, place, route, last_hash,
         lead, co_handlers, street, grid_code, proceedings)
       values ($1, $2, 1, 'handling', now(), '', 'E0113', 'complaint', 'normal', '{}', '{}', 'x', $3, $4, $5, $6, $7)`,
      [randomUUID(), number, lead, coHandlers, street, gridCode, proceedings && JSON.stringify(proceedings)],
    );

  async function seenBySql(asked: CaseScope): Promise<string[]> {
    const { sql, values } = scopeCondition(asked);
    const where = new Conditions().add(sql, ...values);
    const rows = await source.query<{ number: string }[]>(`select c.number from cases c where ${where}`, where.parameters);
    return rows.map(({ number }) => number).sort();
  }

  it('is the same to PostgreSQL and to us', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(facts, { minLength: 1, maxLength: 6 }),
        fc.array(scope, { minLength: 1, maxLength: 5 }),
        async (cases, scopes) => {
          await emptyTables(source, ['cases']);
          for (const [index, one] of cases.entries()) await insert(`HL${index}`, one);
          for (const asked of scopes) {
            const ours = cases.flatMap((one, index) => (seesCase(asked, one) ? [`HL${index}`] : []));
            expect(await seenBySql(asked)).toEqual(ours);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['all', { kind: 'all' }, ['HL0', 'HL1', 'HL2', 'HL3', 'HL4']],
    [
      'a department that leads, helps, was called or promised',
      { kind: 'department', ids: ['water'] },
      ['HL0', 'HL1', 'HL2', 'HL3'],
    ],
    ['a street', { kind: 'street', names: ['云岚街道'] }, ['HL4']],
    ['a grid', { kind: 'grid', codes: ['4403'] }, ['HL4']],
    ['nobody', { kind: 'department', ids: [] }, []],
  ] as [string, CaseScope, string[]][])('is what it should be: %s', async (_, asked, seen) => {
    await emptyTables(source, ['cases']);
    await insert('HL0', { lead: 'water', coHandlers: [] });
    await insert('HL1', { lead: 'urban', coHandlers: ['water'] });
    await insert('HL2', { coHandlers: [], proceedings: { whistles: [{ calls: [{ department: 'water' }] }], commitments: [] } });
    await insert('HL3', { coHandlers: [], proceedings: { whistles: [], commitments: [{ department: 'water' }] } });
    await insert('HL4', { lead: 'urban', coHandlers: [], street: '云岚街道', gridCode: '4403' });
    expect(await seenBySql(asked)).toEqual(seen);
  });
});
