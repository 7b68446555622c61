import { MatterMaker } from '../matters/make-matter.js';
import { truthOf } from '../matters/matter.js';
import type { Matter, MatterTruth } from '../matters/matter.js';
import { ExternalIds } from '../reports/external-id.js';
import { planReports, reportCount } from '../reports/plan-reports.js';
import type { PlannedReport, ReportPlan } from '../reports/plan-reports.js';
import { historyTimes, presentTimes } from '../reports/report-times.js';
import type { ReportTime } from '../reports/report-times.js';
import { drawMap } from './city-map.js';
import type { CitySettings } from './city-settings.js';
import { Random } from './random.js';

export interface WorldOptions {
  readonly seed: number;
  /** Instant at which the city opens; everything is relative to it. */
  readonly start: Date;
  /** Sets this run's ids apart from those of other runs; at most six digits. */
  readonly salt: number;
  /** Ids already given by an earlier life of the same city. */
  readonly idsFrom?: number;
}

/** A matter with everything people say of it. */
export interface PlannedMatter {
  readonly truth: MatterTruth;
  readonly reports: readonly PlannedReport[];
}

/** Tells matter after matter of one city; the nth of a seed is always the same, relative to its start. */
export class World {
  readonly ids: ExternalIds;
  private readonly maker: MatterMaker;
  private readonly plan: ReportPlan;

  constructor(
    private readonly options: WorldOptions,
    settings: CitySettings,
  ) {
    this.ids = new ExternalIds(options.salt, options.idsFrom);
    this.maker = new MatterMaker(options.seed, drawMap(settings), options.salt);
    this.plan = { seed: options.seed, start: options.start, ids: this.ids, siblings: settings.siblings };
  }

  /** The next matter as part of the history that a new hub finds, appearing within some seconds of the start. */
  historic(overSeconds: number): PlannedMatter {
    return this.tell((matter, count, random) => historyTimes(matter, count, overSeconds, random));
  }

  /** The next matter as it comes up, `startsAt` milliseconds from the start. */
  present(startsAt: number): PlannedMatter {
    return this.tell((matter, count, random) => presentTimes(matter, count, startsAt, random));
  }

  private tell(times: (matter: Matter, count: number, random: Random) => ReportTime[]): PlannedMatter {
    const matter = this.maker.next();
    const random = Random.of(this.options.seed, 'times', matter.number);
    const reports = planReports(matter, times(matter, reportCount(matter, random), random), this.plan);
    return { truth: truthOf(matter), reports };
  }
}

/** A bounded world: so many matters, all reports within so many seconds. */
export function boundedWorld(
  options: WorldOptions,
  settings: CitySettings,
  matters: number,
  overSeconds: number,
): PlannedMatter[] {
  const world = new World(options, settings);
  return Array.from({ length: matters }, () => world.historic(overSeconds));
}
