import { afterEach, describe, expect, it } from '@jest/globals';
import type { CaseCommand } from '#domain/case/case-command.js';
import type { CaseNumber, DepartmentId, PlatformId } from '#domain/ids.js';
import { as } from '#domain/ids.js';
import type { TakenDelivery } from '#domain/ports/delivery-store.js';
import { RecordStore } from '#domain/ports/record-store.js';
import { CaseDesk } from '#pipeline/case-desk.js';
import { CasePipeline } from '#pipeline/case-pipeline.js';
import type { Attempt } from '#pipeline/deliver-due.js';
import { Courier, DeliverDue } from '#pipeline/deliver-due.js';
import { anOrder } from '#test/support/builders/an-order.js';
import { queueBackends } from '#test/support/queue-backends.js';
import { Town } from '#test/support/town.js';

const [backend] = queueBackends();
const hotline = as<PlatformId>('hotline');

/** Departments hear everything; the platform takes the answer to one report and is away for every other. */
class HalfAway extends Courier {
  readonly leaseMs = 60_000;

  override async carry(delivery: TakenDelivery): Promise<Attempt> {
    if (delivery.channel === 'webhook' || delivery.payload['externalId'] === '20261120000011') return { kind: 'confirmed' };
    return { kind: 'failed', reason: 'away' };
  }
}

describe('a case whose last open answer falls away', () => {
  let town: Town;
  afterEach(() => town.end());

  it('is answered when the citizen it was owed to has withdrawn', async () => {
    town = await Town.open({ backend, matters: 1, seed: 5 });
    const hub = await town.startHub({ HUB_ROLES: 'api' });
    const inbox = hub.app.get(RecordStore, { strict: false });
    const pipeline = hub.app.get(CasePipeline, { strict: false });
    const desk = hub.app.get(CaseDesk, { strict: false });
    const stage = async (id: string, bytes: Buffer) => {
      await inbox.stage({ platform: hotline, unreadable: [], records: [{ externalId: as(id), bytes }] });
      await pipeline.ingest(hotline);
    };
    const same = { orderContent: '云岚街道帆影路11号门前路灯不亮，已经三天', address: '帆影路11号' };
    await stage('20261120000011', anOrder('20261120000011', same));
    await stage('20261120000012', anOrder('20261120000012', { ...same, callerPhone: '13900000000' }));
    const [{ number, lead, reports }] = await town.query<{ number: CaseNumber; lead: DepartmentId; reports: number }>(
      'select c.number, c.lead, count(*)::int as reports from cases c join reports r on r.case_id = c.id group by c.id',
    );
    expect(reports).toBe(2);
    const due = hub.app.get(DeliverDue, { strict: false });
    const { signal } = new AbortController();
    await due.deliver({ channel: 'webhook', target: lead }, new HalfAway(), signal);
    const ask = (command: CaseCommand) => desk.execute({ number, command, actor: `department:${lead}` });
    await ask({ command: 'sign', department: lead });
    await ask({ command: 'hand-in', department: lead, result: '已修好' });
    await due.deliver({ channel: 'write-back', target: 'hotline' }, new HalfAway(), signal);
    const status = async () => (await town.query<{ status: string }>('select status from cases'))[0].status;
    expect(await status()).toBe('handled');

    await stage('20261120000012', anOrder('20261120000012', { ...same, delFlag: '1', updateTime: '2026-11-20 10:00:00' }));

    expect(await status()).toBe('answered');
    expect((await town.ledger()).unaccounted).toBe(0);
  });
});
