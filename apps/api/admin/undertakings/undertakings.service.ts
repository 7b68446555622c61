import { Injectable } from '@nestjs/common';
import { RejectedError } from '#domain/errors.js';
import { as } from '#domain/ids.js';
import { Clock } from '#domain/ports/clock.js';
import { IdSource } from '#domain/ports/ids.js';
import type { CaseScope } from '#identity/access/case-scope.js';
import type { Progress } from '#domain/undertaking/progress.js';
import { progressOf } from '#domain/undertaking/progress.js';
import { LIST_LABELS, LISTS } from '#domain/undertaking/undertaking-state.js';
import type { UndertakingSubject } from '#domain/undertaking/undertaking.js';
import type { GivenUndertakingAnswer } from '#pipeline/undertaking-desk.js';
import { UndertakingDesk } from '#pipeline/undertaking-desk.js';
import { UndertakingFile } from '#storage/reading/undertaking-file.js';
import type { StateCount } from '#storage/reading/undertaking-list.js';
import { UndertakingList } from '#storage/reading/undertaking-list.js';
import { CityWords } from '../city-words.js';
import type { UndertakingCommandDto } from './undertaking-command.dto.js';
import { toAskedCommand } from './undertaking-command.dto.js';
import { undertakingLine, undertakingPage } from './undertaking-views.js';
import type { NewUndertakingDto, UndertakingsDto } from './undertakings.dto.js';

/** Who writes something on a list. */
interface Author {
  readonly name: string;
  readonly scope: CaseScope;
}

/** The streets' lists as operators see and move them. */
@Injectable()
export class UndertakingsService {
  constructor(
    private readonly list: UndertakingList,
    private readonly files: UndertakingFile,
    private readonly desk: UndertakingDesk,
    private readonly words: CityWords,
    private readonly clock: Clock,
    private readonly ids: IdSource,
  ) {}

  async page({ cursor, limit, ...filter }: UndertakingsDto, scope: CaseScope) {
    const now = this.clock.now();
    const { items, next } = await this.list.page(filter, { cursor, limit }, scope, now);
    return { items: items.map((row) => undertakingLine(row, this.words, now)), next };
  }

  async open(id: string) {
    const file = await this.files.open(as(id));
    if (!file) throw new RejectedError('UNDERTAKING_UNKNOWN', `there is no undertaking ${id}`);
    return undertakingPage(file, this.words, this.clock.now());
  }

  /** How far each list has come. */
  async progress(street: string | undefined, scope: CaseScope) {
    const counts = await this.list.counts({ street }, scope);
    const lists = LISTS.map((list) => ({
      list,
      listLabel: LIST_LABELS[list],
      ...sumUp(counts.filter((row) => row.list === list)),
    }));
    return { lists };
  }

  async projectProgress(id: string, scope: CaseScope): Promise<Progress> {
    const project = await this.files.open(as(id));
    if (project?.list !== 'project') throw new RejectedError('UNDERTAKING_UNKNOWN', `there is no project ${id}`);
    return sumUp(await this.list.counts({ project: id }, scope));
  }

  /** A street writes on its own lists. */
  create(body: NewUndertakingDto, { name, scope }: Author): Promise<GivenUndertakingAnswer> {
    const { owner, dueAt, requestId } = body;
    this.checkNames(body);
    if (scope.kind === 'street' && !scope.names.includes(body.street)) throw unfit('street', '不在您的范围内');
    return this.desk.open({
      subject: this.subjectOf(body),
      ...(owner && dueAt && { pledge: { owner: as<never>(owner), dueAt: new Date(dueAt) } }),
      actor: `operator:${name}`,
      requestId: requestId ?? this.ids.next(),
    });
  }

  execute(id: string, body: UndertakingCommandDto, operator: string): Promise<GivenUndertakingAnswer> {
    this.checkNames(body);
    return this.desk.execute({
      id: as(id),
      command: toAskedCommand(body),
      actor: `operator:${operator}`,
      expectedVersion: body.version,
      requestId: body.requestId ?? this.ids.next(),
    });
  }

  /** Only items are grouped by projects, and only resources are offered. */
  private subjectOf({ list, title, what, street, caseNumber, project, offeredBy }: NewUndertakingDto): UndertakingSubject {
    if (!this.words.hasStreet(street)) throw unfit('street', `there is no street ${street}`);
    if (project && list !== 'item') throw unfit('project', 'only an item belongs to a project');
    if (offeredBy && list !== 'resource') throw unfit('offeredBy', 'only a resource is offered');
    return {
      ...{ list, title, what, street },
      ...(caseNumber && { caseNumber: as<never>(caseNumber) }),
      ...(project && { project: as<never>(project) }),
      ...(offeredBy && { offeredBy: as<never>(offeredBy) }),
    };
  }

  private checkNames({ owner, ...partners }: { owner?: string; partner?: string; offeredBy?: string }): void {
    if (owner !== undefined && !this.words.hasDepartment(owner)) throw unfit('owner', `there is no department ${owner}`);
    for (const field of ['partner', 'offeredBy'] as const) {
      const id = partners[field];
      if (id !== undefined && !this.words.hasPartner(id)) throw unfit(field, `there is no partner ${id}`);
    }
  }
}

const unfit = (field: string, fault: string): RejectedError => new RejectedError('REQUEST_INVALID', `${field}: ${fault}`);

const sumUp = (counts: readonly StateCount[]): Progress =>
  progressOf(Object.fromEntries(counts.map(({ state, count }) => [state, count])));
