import { localText } from '#apps/city/platforms/city-time.js';
import { mountHotline } from '#apps/city/platforms/hotline.js';
import type { ContractKind } from '../contract-kind.js';
import { jsonWire } from '../wire/json-wire.js';

export const kind: ContractKind = {
  platform: 'hotline',
  transport: 'http',
  wire: jsonWire('data.list'),
  fields: {
    id: 'orderNum',
    text: 'orderContent',
    reportedAt: 'callTime',
    changedAt: 'updateTime',
    longitude: 'lng',
    latitude: 'lat',
  },
  time: (at) => localText(at, 'yyyy-MM-dd HH:mm:ss'),
  category: '城乡建设/城市建设和市政管理/市政设施',
  open({ app, book, context }) {
    mountHotline(app, book, context);
    return { settings: (base) => ({ baseUrl: `${base}/hotline`, apiKey: context.secrets.hotlineApiKey }) };
  },
  skips: {},
};
