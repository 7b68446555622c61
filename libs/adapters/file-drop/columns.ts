/** Columns a file must have, wherever they stand in it. */
export const REQUIRED_COLUMNS = ['服务单号', '提交时间', '更新时间', '诉求内容', '状态'] as const;

/** Columns of an answer file. */
export const ANSWER_COLUMNS = ['服务单号', '回复编号', '类型', '回复内容', '回复单位', '回复时间'] as const;

/** How the platform writes times: to the minute; now and then a clerk's spreadsheet adds seconds or loses the time of day. */
export const FILE_TIMES = ['yyyy/M/d H:mm', 'yyyy/M/d H:mm:ss', 'yyyy/M/d', 'yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm'] as const;
