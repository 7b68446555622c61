import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import type { DeskCase } from '../departments/department-case.js';
import type { Errand } from '../departments/errands.js';
import type { MatterTruth } from '../matters/matter.js';
import type { CityRecord } from '../world/city-record.js';

/** Everything a city must remember to go on after a restart. */
export interface CityState {
  readonly records: readonly CityRecord[];
  readonly matters: readonly MatterTruth[];
  readonly work: { readonly desk: readonly DeskCase[]; readonly returns: readonly (readonly [string, readonly string[]])[] };
  /** Absent in what an earlier city kept. */
  readonly errands?: readonly Errand[];
  readonly webhookIds: readonly string[];
  readonly idsGiven: number;
  /** How often the city was opened; each opening tells another part of the story. */
  readonly openings: number;
}

const DATES = new Set(['reportedAt', 'updatedAt', 'dueAt', 'at']);

const revive = (key: string, value: unknown): unknown => (DATES.has(key) && typeof value === 'string' ? new Date(value) : value);

/** The city's memory on disk: a whole snapshot, written beside the old one and put in its place in one move. */
export class Journal {
  private writing = false;

  constructor(private readonly file: string) {}

  /** The state as last kept; undefined when there is none, or none that can be read. */
  load(): CityState | undefined {
    if (!existsSync(this.file)) return undefined;
    try {
      return JSON.parse(readFileSync(this.file, 'utf8'), revive) as CityState;
    } catch {
      return undefined; // a city that cannot remember starts anew
    }
  }

  async save(state: CityState): Promise<void> {
    if (this.writing) return;
    this.writing = true;
    try {
      await writeFile(`${this.file}.part`, JSON.stringify(state));
      await rename(`${this.file}.part`, this.file);
    } finally {
      this.writing = false;
    }
  }

  /** At the very end, when nothing can be waited for. */
  saveNow(state: CityState): void {
    writeFileSync(`${this.file}.last`, JSON.stringify(state));
    renameSync(`${this.file}.last`, this.file);
  }
}
