import { createHmac } from 'node:crypto';
import { zonedText } from '#apps/city/platforms/city-time.js';
import { GridPusher } from '#apps/city/platforms/grid-pusher.js';
import { mountGrid } from '#apps/city/platforms/grid.js';
import type { PushRequest } from '#domain/ports/platform-adapter.js';
import type { ContractKind } from '../contract-kind.js';
import { jsonWire } from '../wire/json-wire.js';

/** A request as the platform signs it. */
function sign(body: string | Uint8Array, at: Date, secret = 'sesame-gridPushSecret'): PushRequest {
  const bytes = Buffer.from(body as Uint8Array);
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.`).update(bytes).digest('hex');
  return { headers: { 'x-app-key': 'sesame-gridAppKey', 'x-timestamp': timestamp, 'x-signature': signature }, body: bytes };
}

const withHeader =
  (name: string, value: string) =>
  (request: PushRequest): PushRequest => ({ ...request, headers: { ...request.headers, [name]: value } });

export const kind: ContractKind = {
  platform: 'grid',
  transport: 'http',
  wire: jsonWire('events'),
  fields: { id: 'eventId', text: 'eventDesc', reportedAt: 'happenTime', changedAt: 'changeTime', longitude: 'x', latitude: 'y' },
  time: zonedText,
  category: 'E0113',
  open({ app, book, context }) {
    mountGrid(app, book, context);
    const { gridAppKey, gridPushSecret, gridKey, gridSecret } = context.secrets;
    return {
      settings: (base) => ({
        baseUrl: `${base}/grid`,
        appKey: gridAppKey,
        pushSecret: gridPushSecret,
        key: gridKey,
        secret: gridSecret,
      }),
      pusher: (hubUrl) => new GridPusher(book, context, { hubUrl, pushAgain: 0 }),
    };
  },
  pushing: {
    sign,
    batch: (events) => JSON.stringify({ batchNo: '1', events }),
    strangers: {
      'a time that is none': withHeader('x-timestamp', 'soon'),
      'another app key': withHeader('x-app-key', 'x'),
    },
  },
  skips: {
    'leaves the outcome unknown when the platform breaks off after keeping the answer, and reading back says that it was kept':
      'the platform answers a write with 204 and no body that could be cut; the case of silence covers the same doubt',
  },
};
