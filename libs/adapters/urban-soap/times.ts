/** How the platform writes times. */
export const URBAN_TIMES = ['iso', 'yyyy-MM-dd HH:mm:ss', 'yyyy/MM/dd HH:mm:ss'] as const;
