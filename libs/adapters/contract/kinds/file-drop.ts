import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { localText } from '#apps/city/platforms/city-time.js';
import { EjiaDrop } from '#apps/city/platforms/ejia.js';
import type { ContractKind } from '../contract-kind.js';
import { csvWire } from '../wire/csv-wire.js';

export const kind: ContractKind = {
  platform: 'ejia',
  transport: 'files',
  wire: csvWire('gbk'),
  fields: {
    id: '服务单号',
    text: '诉求内容',
    reportedAt: '提交时间',
    changedAt: '更新时间',
    longitude: '经度',
    latitude: '纬度',
  },
  time: (at) => localText(at, 'yyyy/M/d HH:mm'),
  category: '道路维修',
  async open({ folder, book, context }) {
    const drop = new EjiaDrop(book, context, { dropDir: folder });
    await drop.open();
    return {
      settings: () => ({ dropDir: folder }),
      turn: async () => {
        await drop.takeIn();
        while ((await drop.writeOut()) > 0);
      },
      files: async () => {
        const names = await readdir(join(folder, 'out'));
        return names.filter((name) => name.endsWith('.csv')).map((name) => join(folder, 'out', name));
      },
    };
  },
  skips: {},
};
