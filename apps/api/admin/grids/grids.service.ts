import { Injectable } from '@nestjs/common';
import { Clock } from '#domain/ports/clock.js';
import type { Ring } from '#domain/reference/reference.js';
import { ringCentre } from '#domain/reference/ring-centre.js';
import type { CaseScope } from '#identity/access/case-scope.js';
import { City } from '#pipeline/city.js';
import { OpenLoads, type OpenLoad } from '#storage/reading/open-loads.js';

/** A grid on the map, with what lies open in it. Points are [longitude, latitude] in WGS-84 degrees. */
export interface GridView extends OpenLoad {
  readonly code: string;
  readonly name: string;
  readonly street: string;
  readonly community: string;
  readonly staff: readonly string[];
  readonly centre: readonly [number, number];
  readonly ring: Ring;
  readonly holes: readonly Ring[];
  /** Codes of the grids it shares a border with. */
  readonly neighbours: readonly string[];
}

const NOTHING: OpenLoad = { open: 0, overdue: 0 };

/** The city's grids with the load that somebody of a scope sees. */
@Injectable()
export class GridsService {
  constructor(
    private readonly city: City,
    private readonly loads: OpenLoads,
    private readonly clock: Clock,
  ) {}

  async all(scope: CaseScope): Promise<readonly GridView[]> {
    const { grids, matching } = this.city.reference;
    const loads = await this.loads.by('grid', scope, this.clock.now());
    return [...grids.values()].map(({ code, name, street, community, ring, holes = [], staff = [] }): GridView => ({
      ...{ code, name, street, community, staff, ring, holes },
      centre: ringCentre(ring),
      neighbours: matching.neighbours?.get(code) ?? [],
      ...(loads.get(code) ?? NOTHING),
    }));
  }
}
