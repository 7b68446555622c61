import type { TableMapping } from './table-mapping.js';

/** The mapping of an invented register, for specs. */
export const aMapping = (changes: Partial<TableMapping> = {}): TableMapping => ({
  title: '窗口登记',
  file: { format: 'auto', charset: 'auto', headerRow: 1, delimiter: ',' },
  columns: { externalId: '编号', title: '标题', body: '内容', reportedAt: '时间' },
  categorySystem: 'desk@1',
  times: ['yyyy/M/d H:mm:ss', 'yyyy/M/d', 'yyyy-MM-dd HH:mm:ss', 'excel-serial'],
  zone: 'Asia/Shanghai',
  nulls: ['-'],
  natures: {},
  urgencies: {},
  coordinates: 'WGS84',
  generatedText: false,
  ...changes,
});
