import { Controller, Get, UseGuards } from '@nestjs/common';
import { STATUS_FACTS, STATUSES } from '#domain/case/case-status.js';
import { Platforms } from '#domain/ports/platforms.js';
import { City } from '#pipeline/city.js';
import { Allow } from '../session/allow.js';
import { SessionGuard } from '../session/session.guard.js';

/** The names a person chooses among when filtering and dispatching. */
@Controller('api/v1/reference')
@UseGuards(SessionGuard)
@Allow('reference.read')
export class ReferenceController {
  constructor(
    private readonly city: City,
    private readonly platforms: Platforms,
  ) {}

  @Get()
  show() {
    const { departments, partners, categories, grids } = this.city.reference;
    return {
      departments: [...departments.values()].map(({ id, name, kind }) => ({ id, name, kind })),
      partners: [...partners.values()],
      categories: [...categories.values()].map(({ code, name, className }) => ({ code, name, className })),
      streets: [...new Set([...grids.values()].map(({ street }) => street))].sort(),
      platforms: this.platforms.all().map(({ id, title }) => ({ id, name: title })),
      statuses: STATUSES.map((status) => ({ status, label: STATUS_FACTS[status].label, step: STATUS_FACTS[status].step })),
    };
  }
}
