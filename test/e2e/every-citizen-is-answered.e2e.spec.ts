import { afterEach, describe, expect, it } from '@jest/globals';
import { queueBackends } from '#test/support/queue-backends.js';
import { Town } from '#test/support/town.js';

describe.each(queueBackends())('doorbells on $name', (backend) => {
  let town: Town;
  afterEach(() => town.end());

  it('answers every citizen on the platform where they asked, whatever the platforms do', async () => {
    town = await Town.open({ backend, matters: 40, mischief: 0.6, seed: 7 });
    await town.startHub();

    const ledger = await town.settled();

    expect(ledger.unaccounted).toBe(0);
    expect(ledger.broken).toEqual([]);
    expect(ledger.writeBacks.confirmed).toBe(ledger.writeBacks.owed);
    const [{ unanswered }] = await town.query<{ unanswered: number }>(
      `select count(*)::int as unanswered from reports r where withdrawn_at is null and not exists (
         select 1 from deliveries d where d.report_id = r.id and d.channel = 'write-back' and d.type = 'answer' and d.state = 'confirmed')`,
    );
    expect(unanswered).toBe(0);
  }, 600_000);
});
