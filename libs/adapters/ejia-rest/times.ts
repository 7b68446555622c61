/** How the platform writes times. */
export const EJIA_TIMES = ['yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm'] as const;
