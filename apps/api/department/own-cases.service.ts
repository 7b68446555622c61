import { Injectable } from '@nestjs/common';
import type { Case } from '#domain/case/case.js';
import { departmentCommands } from '#domain/case/department-commands.js';
import { RejectedError } from '#domain/errors.js';
import type { DepartmentId } from '#domain/ids.js';
import { as } from '#domain/ids.js';
import { scopeCondition } from '#identity/access/case-scope.js';
import { City } from '#pipeline/city.js';
import { Contacts } from '#pipeline/privacy/contacts.js';
import type { DepartmentCase } from '#storage/reading/department-cases.js';
import { DepartmentCases } from '#storage/reading/department-cases.js';
import type { OwnCasesDto } from './own-cases.dto.js';

const sightOf = (department: DepartmentId) => scopeCondition({ kind: 'department', ids: [department] });

/** The cases a department has to do with, as it is told of them. */
@Injectable()
export class OwnCases {
  constructor(
    private readonly cases: DepartmentCases,
    private readonly city: City,
    private readonly contacts: Contacts,
  ) {}

  /** Throws `CASE_UNKNOWN`, of a case that is others' as well: which cases there are is not told. */
  async open(number: string, department: DepartmentId) {
    const found = await this.cases.open(as(number), sightOf(department));
    if (!found) throw new RejectedError('CASE_UNKNOWN', `there is no case ${number}`);
    const { because, reports, case: value } = found;
    const { nature, place, round, answer = null, closedAt = null } = value;
    const contact = await this.contacts.of(value.id, department);
    return {
      ...this.line(found, department),
      ...{ nature, place, round, because, reports, closedAt },
      answer: answer && { text: answer.text, at: answer.at },
      request: value.proceedings.request ?? null,
      suspension: value.proceedings.suspension ?? null,
      ...around(value, department),
      legal: departmentCommands(value, department),
      ...(contact && { contact }),
    };
  }

  async page(department: DepartmentId, { state, cursor, limit }: OwnCasesDto) {
    const { items, next } = await this.cases.page(sightOf(department), state, { cursor, limit });
    return { items: items.map((found) => this.line(found, department)), next };
  }

  private line({ case: value, dueAt }: DepartmentCase, department: DepartmentId) {
    const { number, version, status, title, category, urgency, openedAt } = value;
    const { name = '待归类' } = this.city.reference.categories.get(category) ?? {};
    const role = roleOf(value, department);
    return { number, version, status, role, title, category: { code: category, name }, urgency, openedAt, dueAt };
  }
}

function roleOf({ lead, coHandlers }: Case, department: DepartmentId): 'lead' | 'co-handler' | 'beside' {
  if (lead === department) return 'lead';
  return coHandlers.includes(department) ? 'co-handler' : 'beside';
}

/** What the department was called for, and what it promised; others' are not its business. */
function around({ proceedings: { whistles, commitments } }: Case, department: DepartmentId) {
  const calls = whistles.flatMap(({ id, kind, street, because, calls: called }) =>
    called
      .filter((call) => call.department === department)
      .map(({ checkedInAt = null }) => ({ whistle: id, kind, street, because, checkedInAt })),
  );
  const own = commitments
    .filter((made) => made.department === department)
    .map(({ id, what, dueAt, keptAt = null }) => ({ commitment: id, what, dueAt, keptAt }));
  return { whistles: calls, commitments: own };
}
