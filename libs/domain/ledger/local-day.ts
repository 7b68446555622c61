const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** The day of the ledger an instant belongs to, `yyyy-MM-dd` in the zone all the platforms live in. */
export const localDay = (at: Date): string => DAY.format(at);
