import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { localText } from '#apps/city/platforms/city-time.js';
import { SheetDrop } from '#apps/city/platforms/visit-sheets.js';
import type { CityPlatform } from '#apps/city/world/city-record.js';
import type { ContractKind } from './contract-kind.js';
import { csvWire } from './wire/csv-wire.js';

/** What one kind of list that people put down by hand does not share with the others. */
interface SheetList {
  readonly platform: CityPlatform;
  readonly list: ConstructorParameters<typeof SheetDrop>[2]['list'];
  /** Heads of the columns with the id and the time. */
  readonly id: string;
  readonly reportedAt: string;
  readonly category: string;
}

/** A kind whose records are rows of spreadsheets in a folder. */
export const sheetKind = ({ platform, list, id, reportedAt, category }: SheetList): ContractKind => ({
  platform,
  transport: 'files',
  wire: csvWire('utf-8'),
  fields: { id, text: '诉求内容', reportedAt, changedAt: '更新时间', longitude: '经度', latitude: '纬度' },
  time: (at) => localText(at, 'yyyy-MM-dd HH:mm:ss'),
  category,
  async open({ folder, book, context }) {
    const drop = new SheetDrop(book, context, { dropDir: folder, list, platform, format: 'csv' });
    await drop.open();
    return {
      settings: () => ({ dropDir: folder, settleSeconds: 0 }),
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
  skips: {
    'gives up an answer to a record that the platform does not know':
      'an answer is a file put down for a person to take along; nothing there knows which records there are',
  },
});
