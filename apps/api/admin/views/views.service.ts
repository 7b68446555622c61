import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { RejectedError } from '#domain/errors.js';
import { Clock } from '#domain/ports/clock.js';
import { IdSource } from '#domain/ports/ids.js';
import type { CaseView } from '#storage/reading/case-view-book.js';
import { CaseViewBook } from '#storage/reading/case-view-book.js';
import { CaseFilterDto } from '../cases/cases.dto.js';
import type { ViewDto } from './views.dto.js';

const MOST_VIEWS = 100;

/** Views that people keep of the case list. */
@Injectable()
export class ViewsService {
  constructor(
    private readonly book: CaseViewBook,
    private readonly ids: IdSource,
    private readonly clock: Clock,
  ) {}

  async all(person: string) {
    return { items: (await this.book.seenBy(person)).map((view) => toView(view, person)) };
  }

  /** One of the same name is replaced. Throws REQUEST_INVALID for filters that the list would refuse. */
  async keep(person: string, { name, filter, sort, shared }: ViewDto) {
    await insistOnFilters(filter);
    if ((await this.book.countOf(person)) >= MOST_VIEWS)
      throw new RejectedError('REQUEST_INVALID', `name: a person keeps ${MOST_VIEWS} views at most`);
    const view = { id: this.ids.next<string & never>(), owner: person, name, filter, sort, shared };
    return toView(await this.book.keep(view, this.clock.now()), person);
  }

  async drop(person: string, id: string): Promise<void> {
    if (!(await this.book.drop(person, id))) throw new RejectedError('NOT_FOUND', 'there is no such view of yours');
  }
}

const toView = ({ owner, ...view }: CaseView, person: string) => ({ ...view, owner, isMine: owner === person });

async function insistOnFilters(filter: Readonly<Record<string, unknown>>): Promise<void> {
  const texts = Object.entries(filter).filter(([, value]) => typeof value !== 'string');
  const read = plainToInstance(CaseFilterDto, filter);
  const errors = await validate(read, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false });
  const faults = [...texts.map(([name]) => name), ...errors.map(({ property }) => property)];
  if (faults.length > 0) throw new RejectedError('REQUEST_INVALID', `filter: ${faults.join(', ')}`);
}
