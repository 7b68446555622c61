import type { Grid, Reference } from '#domain/reference/reference.js';

/** The city a hub works for: its reference data and the indexes made from it. A class, so that it can be injected by its name. */
export abstract class City {
  abstract readonly reference: Reference;
  /** Milliseconds an answered case waits for the citizen's word before it is closed. */
  abstract readonly revisitWaitMs: number;

  /** The grid around a WGS-84 point. */
  abstract findGrid(longitude: number, latitude: number): Grid | undefined;
}
