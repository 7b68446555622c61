import { sheetKind } from '../sheet-kind.js';

export const kind = sheetKind({
  platform: 'ejia',
  list: 'visits',
  id: '诉求编号',
  reportedAt: '走访时间',
  category: '道路维修',
});
