import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AuditEntry } from '../ports/audit-log.js';
import { EMPTY_LOG, nextLine, type AuditHead, type AuditLine } from './audit-line.js';
import { checkAudit } from './check-audit.js';

const entry: fc.Arbitrary<AuditEntry> = fc.record(
  {
    actor: fc.string({ unit: 'binary' }),
    action: fc.constantFrom('identity.reveal', 'duty-list.publish'),
    subject: fc.string(),
    reason: fc.string(),
    data: fc.dictionary(fc.string(), fc.jsonValue()),
    address: fc.ipV4(),
  },
  { requiredKeys: ['actor', 'action', 'subject'] },
);

interface Made {
  readonly entry: AuditEntry;
  readonly at: Date;
}
const made: fc.Arbitrary<Made> = fc.record({ entry, at: fc.date({ noInvalidDate: true }) });

function chain(all: readonly Made[], from: AuditHead = EMPTY_LOG): AuditLine[] {
  let head = from;
  return all.map((one) => {
    const line = nextLine(head, one.entry, one.at);
    head = line;
    return line;
  });
}

const log = fc.array(made, { minLength: 2, maxLength: 12 });
/** A log and two places in it. */
const place = log.chain((all) =>
  fc.record({ all: fc.constant(all), at: fc.nat(all.length - 1), other: fc.nat(all.length - 1), by: made }),
);

const faultOf = async (lines: readonly AuditLine[], anchors: readonly AuditHead[]) => (await checkAudit(lines, anchors)).fault;
/** As PostgreSQL gives rows back: by their number. */
const inOrder = (lines: readonly AuditLine[]): AuditLine[] => [...lines].sort((a, b) => a.seq - b.seq);
const headOf = (lines: readonly AuditLine[]): AuditHead => lines[lines.length - 1];

describe('a chain of audit lines', () => {
  it('is sound as it was written', () =>
    fc.assert(
      fc.asyncProperty(log, async (all) => {
        const lines = chain(all);
        expect(await checkAudit(lines, lines)).toEqual({
          lines: all.length,
          head: { seq: all.length, hash: headOf(lines).hash },
        });
      }),
    ));

  it('shows the first line that was changed in any field', () =>
    fc.assert(
      fc.asyncProperty(place, fc.constantFrom('actor', 'action', 'subject', 'reason', 'address'), async ({ all, at }, field) => {
        const lines = chain(all);
        const was = lines[at];
        lines[at] = { ...was, entry: { ...was.entry, [field]: `${was.entry[field] ?? ''}!` } };
        expect(await faultOf(lines, [])).toMatchObject({ kind: 'changed', seq: at + 1 });
      }),
    ));

  it('shows a changed time, fact or hash', () =>
    fc.assert(
      fc.asyncProperty(place, fc.constantFrom('time', 'fact', 'hash'), async ({ all, at }, what) => {
        const lines = chain(all);
        const was = lines[at];
        const changed = {
          time: { ...was, at: new Date(was.at.getTime() === 0 ? 1 : 0) },
          fact: { ...was, entry: { ...was.entry, data: { was: was.entry.data } } },
          hash: { ...was, hash: was.hash.map((byte, index) => (index === 7 ? byte ^ 1 : byte)) },
        };
        lines[at] = changed[what];
        expect(await faultOf(lines, [])).toMatchObject({ kind: 'changed', seq: at + 1 });
      }),
    ));

  it('shows the first line that was removed, in the middle by itself and at the end by the noted head', () =>
    fc.assert(
      fc.asyncProperty(place, async ({ all, at }) => {
        const lines = chain(all);
        const left = lines.filter((_line, index) => index !== at);
        const kind = at === lines.length - 1 ? 'cut-off' : 'missing';
        expect(await faultOf(left, [headOf(lines)])).toMatchObject({ kind, seq: at + 1 });
      }),
    ));

  it('shows a log that was cut off anywhere, even to nothing', () =>
    fc.assert(
      fc.asyncProperty(place, async ({ all, at }) => {
        const lines = chain(all);
        expect(await faultOf(lines.slice(0, at), [headOf(lines)])).toMatchObject({ kind: 'cut-off', seq: at + 1 });
      }),
    ));

  it('shows a line that was put in, whether it takes a number or makes room for one', () =>
    fc.assert(
      fc.asyncProperty(place, fc.boolean(), async ({ all, at, by }, makesRoom) => {
        const lines = chain(all);
        const forged = nextLine(at === 0 ? EMPTY_LOG : lines[at - 1], by.entry, by.at);
        const after = lines.slice(at).map((line) => (makesRoom ? { ...line, seq: line.seq + 1 } : line));
        const kind = makesRoom ? 'changed' : 'inserted';
        const fault = await faultOf([...lines.slice(0, at), forged, ...after], [headOf(lines)]);
        expect(fault?.kind === kind || fault?.kind === 'rewritten').toBe(true);
      }),
    ));

  it('shows two lines that changed places', () =>
    fc.assert(
      fc.asyncProperty(place, async ({ all, at, other }) => {
        fc.pre(at !== other);
        const lines = chain(all);
        const swapped = lines.map((line, index) => {
          const from = index === at ? other : index === other ? at : index;
          return { ...lines[from], seq: line.seq };
        });
        expect(await faultOf(inOrder(swapped), [])).toMatchObject({ kind: 'changed', seq: Math.min(at, other) + 1 });
      }),
    ));

  it('shows a log that was written anew from any line on, by a head noted before', () =>
    fc.assert(
      fc.asyncProperty(place, async ({ all, at, by }) => {
        const lines = chain(all);
        const again = all.map((one, index) =>
          index === at ? { ...one, entry: { ...by.entry, actor: `${one.entry.actor}!` } } : one,
        );
        expect(await faultOf(chain(again), [headOf(lines)])).toMatchObject({ kind: 'rewritten', seq: lines.length });
        expect(await faultOf(chain(again), [])).toBeUndefined();
      }),
    ));
});
