/** How cities write times: W3C with a zone, as the standard asks, or a local time of their database. */
export const OPEN311_TIMES = ['iso', 'yyyy-MM-dd HH:mm:ss'] as const;
