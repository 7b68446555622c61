import { localText } from '#apps/city/platforms/city-time.js';
import { mountUrbanRest } from '#apps/city/platforms/urban-rest.js';
import type { ContractKind } from '../contract-kind.js';
import { jsonWire } from '../wire/json-wire.js';

export const kind: ContractKind = {
  platform: 'urban',
  transport: 'http',
  wire: jsonWire('data.list'),
  fields: {
    id: 'taskId',
    text: 'recDesc',
    reportedAt: 'reportTime',
    changedAt: 'updateTime',
    longitude: 'coordX',
    latitude: 'coordY',
  },
  time: (at) => localText(at, 'yyyy-MM-dd HH:mm:ss'),
  category: 'E0113',
  open({ app, book, context }) {
    mountUrbanRest(app, book, context);
    return { settings: (base) => ({ baseUrl: `${base}/urban-rest`, token: context.secrets.urbanToken }) };
  },
  skips: {},
};
