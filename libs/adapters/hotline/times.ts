/** How the hotline writes times; some of its clerks leave out the seconds or the time of day. */
export const HOTLINE_TIMES = ['yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm', 'yyyy-MM-dd'] as const;
