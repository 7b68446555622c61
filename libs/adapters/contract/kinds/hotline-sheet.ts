import { sheetKind } from '../sheet-kind.js';

export const kind = sheetKind({
  platform: 'hotline',
  list: 'hotline-sheet',
  id: '工单编号',
  reportedAt: '来电时间',
  category: '城乡建设/城市建设和市政管理/市政设施',
});
