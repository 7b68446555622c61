import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HubError } from '#domain/errors.js';
import type { PushRequest } from '#domain/ports/platform-adapter.js';
import { openInbound } from './raw-records.js';
import { Stand } from './stand.js';

/** A request as the platform signs it. */
function signed(body: string | Uint8Array, timestamp = '1795320000', secret = 'sesame-grid-push'): PushRequest {
  const bytes = Buffer.from(body);
  const signature = createHmac('sha256', secret).update(`${timestamp}.`).update(bytes).digest('hex');
  return { headers: { 'x-app-key': 'huiliu', 'x-timestamp': timestamp, 'x-signature': signature }, body: bytes };
}

/** What every adapter that is pushed to must keep. */
export function receiveContract(kind: string): void {
  describe('receiving', () => {
    let stand: Stand;
    beforeEach(async () => (stand = await Stand.open(kind)));
    afterEach(() => stand.close());

    const receive = (request: PushRequest) => stand.adapter().receive!(request, stand.now);

    it('takes every event of a platform that pushes until the hub says yes', async () => {
      stand.behave({ truncatedBody: 0.3, repeatedId: 0.3, unreadableRecord: 0.1 });
      stand.book.put(...stand.records(120));
      const adapter = stand.adapter();
      const ids = new Set<string>();
      let asked = 0;
      const inbound = await openInbound((request) => {
        if (++asked % 3 === 0) return 503;
        try {
          for (const { externalId } of adapter.receive!(request, stand.now).records) ids.add(externalId);
          return 202;
        } catch (thrown) {
          return thrown instanceof HubError && thrown.code === 'PUSH_BODY_INVALID' ? 400 : 500;
        }
      });
      const pusher = stand.pusher(inbound.url);
      for (let round = 0; round < 40; round++) await pusher.push();
      await inbound.close();
      const expected = stand.records(120).map(({ externalId }) => externalId);
      expect([...ids].filter((id) => !id.endsWith('X')).sort()).toEqual(expected);
      expect([...ids].filter((id) => id.endsWith('X')).length).toBe(2);
    });

    it('takes the same event as the same bytes, however often it is pushed', () => {
      const first = receive(signed('{"batchNo":"1","events":[{"eventId":"a", "x":1.50}]}'));
      const second = receive(signed('{"batchNo":"2","events":[{"eventId":"a","x":1.5}]}'));
      expect(first.records[0].bytes).toEqual(second.records[0].bytes);
    });

    it('reports an event without an id and takes the others', () => {
      const { records, unreadable } = receive(signed('{"events":[{"eventName":"?"},7,{"eventId":"b"}]}'));
      expect(records.map(({ externalId }) => externalId)).toEqual(['b']);
      expect(unreadable.map(({ faults }) => faults[0].field)).toEqual(['eventId', '']);
    });

    it.each([
      ['another secret', signed('{"events":[]}', '1795320000', 'guessed')],
      ['a body changed on the way', { ...signed('{"events":[]}'), body: Buffer.from('{"events":[1]}') }],
      ['no headers', { headers: {}, body: Buffer.from('{"events":[]}') }],
      ['a time six minutes ago', signed('{"events":[]}', '1795319640')],
      ['a time six minutes ahead', signed('{"events":[]}', '1795320360')],
      ['a time that is none', signed('{"events":[]}', 'soon')],
      ['another app key', { ...signed('{"events":[]}'), headers: { ...signed('{"events":[]}').headers, 'x-app-key': 'x' } }],
    ])('refuses %s', (_what, request) => {
      expect(() => receive(request)).toThrow(expect.objectContaining({ name: 'RejectedError', code: 'PUSH_SIGNATURE_INVALID' }));
    });

    it.each(['', 'null', '[]', '{"events":3}', '{"events":[', '\uD800'])('refuses the body %j', (body) => {
      expect(() => receive(signed(body))).toThrow(expect.objectContaining({ name: 'RejectedError', code: 'PUSH_BODY_INVALID' }));
    });

    it('allows five minutes between the two clocks', () => {
      expect(receive(signed('{"events":[]}', '1795319700')).records).toEqual([]);
    });
  });
}
