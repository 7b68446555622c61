/** A 12345 order as the hotline sends it; boring unless told otherwise. */
export const anOrder = (orderNum: string, changes: Record<string, unknown> = {}): Buffer =>
  Buffer.from(
    JSON.stringify({
      orderNum,
      callTime: '2026-11-20 09:00:00',
      updateTime: '2026-11-20 09:00:00',
      orderTitle: '路灯不亮',
      orderContent: `云岚街道帆影路${orderNum.slice(-2)}号门前路灯不亮`,
      appealType: '投诉',
      questionCode: '',
      questionName: '',
      urgentLevel: '一般',
      callerName: '周某',
      callerPhone: '13900000000',
      address: '',
      street: '云岚街道',
      community: '',
      lng: '',
      lat: '',
      deadlineDate: '',
      orderState: '待办',
      replyContent: '',
      replyRef: '',
      visit: null,
      delFlag: '0',
      ...changes,
    }),
  );
