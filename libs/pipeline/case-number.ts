import type { CaseNumber } from '#domain/ids.js';
import { localDay } from '#domain/ledger/local-day.js';

/** What people say on the phone: `HL`, the local date it was opened, and a running number that never repeats. */
export function caseNumber(openedAt: Date, running: number): CaseNumber {
  return `HL${localDay(openedAt).replaceAll('-', '')}${String(running).padStart(6, '0')}` as CaseNumber;
}
