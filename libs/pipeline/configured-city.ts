import { gridIndex } from '#domain/reference/find-grid.js';
import type { Grid, Reference } from '#domain/reference/reference.js';
import { City } from './city.js';

/** The city as its configuration folder describes it. */
export class ConfiguredCity extends City {
  private readonly grids: ReturnType<typeof gridIndex>;

  constructor(
    readonly reference: Reference,
    readonly revisitWaitMs: number,
  ) {
    super();
    this.grids = gridIndex(reference.grids.values());
  }

  findGrid(longitude: number, latitude: number): Grid | undefined {
    return this.grids.find(longitude, latitude);
  }
}
