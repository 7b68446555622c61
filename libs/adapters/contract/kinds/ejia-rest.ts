import { localText } from '#apps/city/platforms/city-time.js';
import { mountEjiaRest } from '#apps/city/platforms/ejia-rest.js';
import type { ContractKind } from '../contract-kind.js';
import { jsonWire } from '../wire/json-wire.js';

export const kind: ContractKind = {
  platform: 'ejia',
  transport: 'http',
  wire: jsonWire('data.list'),
  fields: {
    id: 'serviceId',
    text: 'content',
    reportedAt: 'submitTime',
    changedAt: 'updateTime',
    longitude: 'lng',
    latitude: 'lat',
  },
  time: (at) => localText(at, 'yyyy-MM-dd HH:mm:ss'),
  category: '道路维修',
  open({ app, book, context }) {
    mountEjiaRest(app, book, context);
    const { ejiaAppId, ejiaAppSecret } = context.secrets;
    return { settings: (base) => ({ baseUrl: `${base}/ejia`, appId: ejiaAppId, appSecret: ejiaAppSecret }) };
  },
  smallestPage: 2,
  skips: {},
};
