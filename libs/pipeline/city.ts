import type { Grid, Reference } from '#domain/reference/reference.js';

/** The city a pipeline works for: its reference data and the indexes made from it. */
export interface City {
  readonly reference: Reference;
  readonly findGrid: (longitude: number, latitude: number) => Grid | undefined;
  /** Milliseconds an answered case waits for the citizen's word before it is closed. */
  readonly revisitWaitMs: number;
}
