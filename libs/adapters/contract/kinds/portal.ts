import { mountPortal } from '#apps/city/platforms/portal.js';
import type { ContractKind } from '../contract-kind.js';
import { jsonWire } from '../wire/json-wire.js';

export const kind: ContractKind = {
  platform: 'portal',
  transport: 'http',
  wire: jsonWire('result.items'),
  fields: { id: 'msgId', text: 'content', reportedAt: 'createdAt', changedAt: 'modifiedAt' },
  time: (at) => at.getTime(),
  category: '市政设施',
  open({ app, book, context }) {
    mountPortal(app, book, context);
    const { portalAppCode, portalSecret } = context.secrets;
    return { settings: (base) => ({ baseUrl: `${base}/portal`, appCode: portalAppCode, secret: portalSecret }) };
  },
  skips: {
    'gives coordinates in WGS-84': 'the portal sends no coordinates',
    'rejects coordinates that are no point of the earth, as swapped ones': 'the portal sends no coordinates',
    'loses nothing when a platform lists the newest first':
      'an opaque cursor goes on behind the last message it stood at: in a list that grows at its top it can never show anything new',
  },
};
