import { Injectable } from '@nestjs/common';
import type { Duty } from '#domain/routing/duty-list.js';
import { City } from '#pipeline/city.js';
import { positionOf, RUNNING_NUMBER, toPage, type Page } from '#storage/reading/page.js';
import { CityWords, type Named } from '../city-words.js';
import type { DutyLinesDto } from './duty-list.dto.js';

/** One line of the live duty list: who must act, where, and what says so. */
export interface DutyLineView {
  readonly category: string;
  readonly name: string;
  readonly className: string;
  /** Absent: everywhere. */
  readonly street?: string;
  readonly community?: string;
  readonly lead: Named;
  readonly coHandlers: readonly Named[];
  readonly supervisor?: Named;
  /** `own`: a line of the city's own; otherwise who is asked first: the owner (先属主) or the street's office (先属地). */
  readonly because: 'own' | 'owner' | 'territory';
  /** The class of the default list that says so; absent for a line of the city's own. */
  readonly list?: string;
  readonly items: number;
}

/** The live duty list to be looked through, line by line, in the order of its categories. */
@Injectable()
export class DutyLines {
  constructor(
    private readonly city: City,
    private readonly words: CityWords,
  ) {}

  page({ q, street, department, cursor, limit }: DutyLinesDto): Page<DutyLineView> {
    const start = cursor === undefined ? 0 : Number(positionOf(cursor, [RUNNING_NUMBER])[0]);
    const wanted = q?.trim().toLowerCase() ?? '';
    const found = [...this.city.reference.duties.duties.values()]
      .flat()
      .map((duty) => ({ duty, view: this.view(duty) }))
      .filter(({ duty }) => street === undefined || duty.street === undefined || duty.street === street)
      .filter(({ duty }) => department === undefined || involves(duty, department))
      .filter(({ view }) => textOf(view).includes(wanted))
      .map(({ view }) => view);
    return toPage(found.slice(start, start + limit + 1), limit, () => [String(start + limit)]);
  }

  private view({ category, street, community, lead, coHandlers, supervisor, first, list }: Duty): DutyLineView {
    const { categories, duties } = this.city.reference;
    const { name = '', className = '' } = categories.get(category) ?? {};
    return {
      ...{ category, name, className },
      ...(street !== undefined && { street }),
      ...(community !== undefined && { community }),
      lead: this.words.department(lead),
      coHandlers: coHandlers.map((id) => this.words.department(id)),
      ...(supervisor !== undefined && { supervisor: this.words.department(supervisor) }),
      because: list === undefined ? 'own' : (first ?? 'owner'),
      ...(list !== undefined && { list }),
      items: duties.items.get(category)?.length ?? 0,
    };
  }
}

const involves = ({ lead, coHandlers, supervisor }: Duty, department: string): boolean =>
  [lead, supervisor, ...coHandlers].some((id) => id === department);

const textOf = ({ category, name, className, street = '', community = '', lead }: DutyLineView): string =>
  [category, name, className, street, community, lead.name].join(' ').toLowerCase();
