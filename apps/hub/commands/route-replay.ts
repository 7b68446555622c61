import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { ImportMapping } from '#config/load-import-mapping.js';
import { OperatorError } from '#domain/errors.js';
import { as, type DepartmentId } from '#domain/ids.js';
import { OnlineRouter } from '#domain/routing/learned/online-router.js';
import { foretell, scoreRouting, type Foretold, type RoutingScore } from '#domain/routing/learned/replay-routing.js';
import { proveWritable } from './export-csv.js';
import { readPastCases, type NamedPastCase } from './route-past-cases.js';

/** Share of the cases it dispatches by itself that shall be right. */
const WANTED = 0.92;

export interface ReplayRequest {
  readonly file: string;
  /** Rows that follow, written with what was foretold of them. */
  readonly then?: string;
  readonly out?: string;
  /** The half whose figures are wanted. */
  readonly half: 'first' | 'second';
}

export type ReplaySummary = RoutingScore & { readonly rows: number };

/** Replays a list of past cases: each is foretold, then learned. */
export class RouteReplay {
  private readonly names = new Map<string, string>();
  private readonly aliases: ReadonlyMap<string, string>;
  private readonly router: OnlineRouter;

  constructor(
    private readonly mapping: ImportMapping,
    private readonly refuse: (row: number) => void,
  ) {
    this.aliases = new Map(Object.entries(mapping.handledBy?.aliases ?? {}));
    const nameOf = (id: string): string | undefined => this.names.get(id);
    this.router = new OnlineRouter({ wanted: WANTED, aliases: this.aliases, nameOf, exists: () => true });
  }

  async run({ file, then, out, half }: ReplayRequest): Promise<ReplaySummary> {
    if (out !== undefined) await proveWritable(out);
    const cases = await readPastCases(file, this.mapping, this.refuse);
    if (cases.every(({ department }) => department === undefined)) {
      throw new OperatorError('IMPORT_FILE_UNREADABLE', `no row of ${file} says who handled it in ${this.mapping.handledBy?.id}`);
    }
    const later = then === undefined ? [] : await readPastCases(then, this.mapping, this.refuse);
    const foretold = [...this.foretell(cases)];
    const middle = Math.floor(foretold.length / 2);
    const scored = half === 'first' ? foretold.slice(0, middle) : foretold.slice(middle);
    if (out !== undefined) await this.write(out, this.foretell(later));
    return { rows: cases.length, ...scoreRouting(scored, (id) => as<DepartmentId>(this.aliases.get(id) ?? id)) };
  }

  /** A unit's name is heard with the case it handled: after that case was foretold, before it is learned. */
  private *foretell(cases: readonly NamedPastCase[]): Generator<Foretold> {
    for (const foretold of foretell(cases, this.router)) {
      yield foretold;
      const { department, name } = foretold.past as NamedPastCase;
      if (department !== undefined && name !== undefined) this.names.set(department, name);
    }
  }

  private async write(path: string, foretold: Iterable<Foretold>): Promise<void> {
    const columns = ['id', 'first', 'second', 'third', 'confidence', 'automatic', 'first_name', 'second_name', 'third_name'];
    const rows = Readable.from(this.rowsOf(foretold));
    await pipeline(rows, stringify({ header: true, columns }), path === '-' ? process.stdout : createWriteStream(path));
  }

  private *rowsOf(foretold: Iterable<Foretold>): Generator<readonly (string | number)[]> {
    for (const { past, candidates, automatic } of foretold) {
      const ids = [0, 1, 2].map((place) => candidates.at(place)?.department ?? '');
      const names = ids.map((id) => this.names.get(id) ?? '');
      yield [past.id, ...ids, (candidates.at(0)?.confidence ?? 0).toFixed(4), automatic ? 1 : 0, ...names];
    }
  }
}
