import { Injectable } from '@nestjs/common';
import { RejectedError } from '#domain/errors.js';
import { as, type DepartmentId } from '#domain/ids.js';
import { Clock } from '#domain/ports/clock.js';
import type { Department } from '#domain/reference/reference.js';
import type { CaseScope } from '#identity/access/case-scope.js';
import { City } from '#pipeline/city.js';
import { OpenLoads, type OpenLoad } from '#storage/reading/open-loads.js';
import { dutiesOf, type DutyView } from './department-duties.js';

/** A department, how many duties it has, and what lies open with it. */
export interface DepartmentView extends OpenLoad {
  readonly id: DepartmentId;
  readonly name: string;
  readonly kind: Department['kind'];
  readonly leads: number;
  readonly helps: number;
}

/** The departments, what the live duty list gives them, and the load that somebody of a scope sees. */
@Injectable()
export class DepartmentsService {
  constructor(
    private readonly city: City,
    private readonly loads: OpenLoads,
    private readonly clock: Clock,
  ) {}

  async all(scope: CaseScope): Promise<readonly DepartmentView[]> {
    const loads = await this.loads.by('department', scope, this.clock.now());
    const { departments, duties } = this.city.reference;
    const lines = [...duties.duties.values()].flat();
    return [...departments.values()].map(({ id, name, kind }) => ({
      ...{ id, name, kind },
      leads: lines.filter(({ lead }) => lead === id).length,
      helps: lines.filter(({ coHandlers }) => coHandlers.includes(id)).length,
      ...(loads.get(id) ?? { open: 0, overdue: 0 }),
    }));
  }

  duties(id: string): readonly DutyView[] {
    const department = as<DepartmentId>(id);
    if (!this.city.reference.departments.has(department)) throw new RejectedError('NOT_FOUND', `there is no department ${id}`);
    return dutiesOf(this.city.reference, department);
  }
}
