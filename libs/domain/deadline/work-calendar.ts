/** When a city works. Times of day are local to `zone`; `holidays` and `workdays` (调休) are local dates `yyyy-MM-dd`. */
export interface WorkCalendar {
  /** IANA name, e.g. `Asia/Shanghai`. */
  readonly zone: string;
  /** Working intervals of a working day as [from, to] in minutes since local midnight, ascending. */
  readonly hours: readonly (readonly [number, number])[];
  readonly isWorkday: (localDate: string) => boolean;
}
