import { localText } from '#apps/city/platforms/city-time.js';
import { mountUrban } from '#apps/city/platforms/urban.js';
import type { ContractKind } from '../contract-kind.js';
import { xmlWire } from '../wire/xml-wire.js';

export const kind: ContractKind = {
  platform: 'urban',
  transport: 'http',
  wire: xmlWire('cases.case', 'case', 'soap:Envelope.soap:Body.GetCasesResponse.GetCasesResult'),
  fields: {
    id: 'TASKID',
    text: 'CASEDESC',
    reportedAt: 'REPORTTIME',
    changedAt: 'UPDATETIME',
    longitude: 'COORDX',
    latitude: 'COORDY',
  },
  time: (at) => localText(at, "yyyy-MM-dd'T'HH:mm:ss"),
  category: 'E0106',
  open({ app, book, context }) {
    mountUrban(app, book, context);
    return { settings: (base) => ({ baseUrl: `${base}/urban`, token: context.secrets.urbanToken }) };
  },
  skips: {},
};
