import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { anUpdate } from '../contract/an-update.js';
import { open311Kind } from '../contract/kinds/open311.js';
import { Stand } from '../contract/stand.js';

const never = new AbortController().signal;

describe.each(['json', 'xml'] as const)('updates of a city in %s', (format) => {
  let stand: Stand;
  beforeEach(async () => {
    stand = await Stand.open('open311', open311Kind({ dialect: 'standard', format }));
    await stand.put(...stand.records(3));
  });
  afterEach(() => stand.close());

  /** The city's list of updates with one text in it replaced by another. */
  const showInstead = (shown: string, instead: string) =>
    stand.interfere({ bytes: (bytes) => Buffer.from(Buffer.from(bytes).toString().replaceAll(shown, instead)) });

  it('are kept under our reference and found by it', async () => {
    const update = anUpdate(stand.id(1));
    expect(await stand.adapter().readBack!(update, never)).toEqual({ kind: 'absent' });
    await stand.adapter().pushUpdate!(update, never);
    expect(await stand.adapter().readBack!(update, never)).toEqual({ kind: 'shown' });
    expect(stand.book.find('hotline', stand.id(1))!.answers).toEqual([
      {
        reference: 'ref-0001',
        final: true,
        text: update.text,
        department: '城市管理局',
        at: new Date('2026-11-22T03:30:00Z'),
      },
    ]);
  });

  it('are found by their words and their second where the city numbers them itself', async () => {
    const update = anUpdate(stand.id(1));
    await stand.adapter().pushUpdate!(update, never);
    showInstead('ref-0001', '990017');
    expect(await stand.adapter().readBack!(update, never)).toEqual({ kind: 'shown' });
    for (const other of [
      { text: '已派人前往。' },
      { at: new Date('2026-11-22T03:30:01Z') },
      { externalId: stand.id(2) as never },
    ]) {
      expect(await stand.adapter().readBack!({ ...update, reference: 'ref-2', ...other }, never)).toEqual({ kind: 'absent' });
    }
  });

  it('are not taken for ours when another request has the reference', async () => {
    await stand.adapter().pushUpdate!(anUpdate(stand.id(1)), never);
    expect(await stand.adapter().readBack!(anUpdate(stand.id(2)), never)).toEqual({ kind: 'absent' });
  });

  it('are found months later, in windows the city allows', async () => {
    const update = anUpdate(stand.id(1));
    await stand.adapter().pushUpdate!(update, never);
    stand.now = new Date('2027-06-01T00:00:00Z');
    expect(await stand.adapter().readBack!(update, never)).toEqual({ kind: 'shown' });
    expect(await stand.adapter().readBack!({ ...update, reference: 'x', text: '无' }, never)).toEqual({ kind: 'absent' });
  });

  it('have an unknown outcome when the city keeps them and stays silent, and are found then', async () => {
    stand.interfere({ silent: true });
    const update = anUpdate(stand.id(1));
    await expect(stand.adapter({ timeoutSeconds: 1 }).pushUpdate!(update, never)).rejects.toMatchObject({
      name: 'TransientError',
    });
    stand.interfere({});
    expect(await stand.adapter().readBack!(update, never)).toEqual({ kind: 'shown' });
  });

  it('are given up for a request the city does not know, but not for a jurisdiction or an address it does not know', async () => {
    const update = anUpdate('20991231000000');
    await expect(stand.adapter().pushUpdate!(update, never)).rejects.toMatchObject({ name: 'RejectedError' });
    stand.interfere({
      answer: () => ({
        status: 404,
        body:
          format === 'json'
            ? '[{"code":404,"description":"jurisdiction_id was not found"}]'
            : '<errors><error><code>404</code><description>jurisdiction_id was not found</description></error></errors>',
      }),
    });
    await expect(stand.adapter().pushUpdate!(update, never)).rejects.toMatchObject({ code: 'PLATFORM_ADDRESS_WRONG' });
    stand.interfere({ answer: () => ({ status: 404, body: '<html>404</html>' }) });
    await expect(stand.adapter().pushUpdate!(update, never)).rejects.toMatchObject({ code: 'PLATFORM_ADDRESS_WRONG' });
  });

  it('send the key in the form, never in the address', async () => {
    await stand.adapter().pushUpdate!(anUpdate(stand.id(1)), never);
    expect(stand.server.addresses).toEqual([`/open311/servicerequestupdates.${format}`]);
    await expect(stand.adapter({ apiKey: 'open-sesame' }).pushUpdate!(anUpdate(stand.id(1)), never)).rejects.toMatchObject({
      code: 'PLATFORM_CREDENTIAL_REFUSED',
      message: expect.stringContaining('apiKey'),
    });
  });
});
