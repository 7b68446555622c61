import { Injectable } from '@nestjs/common';
import type { Breakdown, Bulletin, BulletinRow } from '#domain/bulletin/bulletin.js';
import { BREAKDOWNS, drawBulletin } from '#domain/bulletin/bulletin.js';
import type { CityWeek } from '#domain/deadline/city-weeks.js';
import { findWeek, weekBefore, weekOf } from '#domain/deadline/city-weeks.js';
import { Clock } from '#domain/ports/clock.js';
import { City } from '#pipeline/city.js';
import { BulletinCounts } from '#storage/reading/bulletin-counts.js';
import { CityWords } from '../city-words.js';

/** A row under the name people know. */
export type NamedRow = BulletinRow & { readonly name: string };
/** 周通报 with the city's names. */
export type NamedBulletin = Omit<Bulletin, Breakdown> & Readonly<Record<Breakdown, readonly NamedRow[]>>;

/** What rows without an id are called. */
const NOBODY: Readonly<Record<Breakdown, string>> = {
  departments: '未派遣',
  streets: '街道不明',
  grids: '网格不明',
  platforms: '平台不明',
};

/** 周通报: counts a week and the one before, and names the rows. */
@Injectable()
export class BulletinsService {
  constructor(
    private readonly counts: BulletinCounts,
    private readonly words: CityWords,
    private readonly city: City,
    private readonly clock: Clock,
  ) {}

  /** `name`: an ISO week that there is; the last whole week without one. */
  async draw(name?: string): Promise<NamedBulletin> {
    const now = this.clock.now();
    const week = (name === undefined ? undefined : findWeek(name)) ?? weekBefore(weekOf(now));
    const previous = weekBefore(week);
    const until = endOf(week, now);
    const counted = await this.counts.of(week, until);
    const bulletin = drawBulletin({ week, previous, until }, counted, await this.counts.of(previous, endOf(previous, now)));
    const named = BREAKDOWNS.map((breakdown) => [breakdown, this.named(breakdown, bulletin[breakdown])]);
    return { ...bulletin, ...(Object.fromEntries(named) as Record<Breakdown, NamedRow[]>) };
  }

  private named(breakdown: Breakdown, rows: readonly BulletinRow[]): NamedRow[] {
    return rows.map(({ id, ...line }) => ({ id, name: id === null ? NOBODY[breakdown] : this.names[breakdown](id), ...line }));
  }

  /** A department, grid or platform that is configured no longer stands for itself. */
  private readonly names: Readonly<Record<Breakdown, (id: string) => string>> = {
    departments: (id) => this.words.department(id).name,
    streets: (id) => id,
    grids: (id) => this.city.reference.grids.get(id)?.name ?? id,
    platforms: (id) => this.words.platform(id).name,
  };
}

const endOf = ({ before }: CityWeek, now: Date): Date => (now < before ? now : before);
