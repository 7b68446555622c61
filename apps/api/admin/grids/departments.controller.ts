import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { Allow } from '../session/allow.js';
import { CurrentOperator, SessionGuard, type SignedIn } from '../session/session.guard.js';
import { DepartmentsService } from './departments.service.js';

/** 承办单位: who they are, what is theirs, and how much lies with them. */
@Controller('api/v1/departments')
@UseGuards(SessionGuard)
@Allow('cases.read', 'list')
export class DepartmentsController {
  constructor(private readonly departments: DepartmentsService) {}

  @Get()
  async all(@CurrentOperator() { scope }: SignedIn) {
    return { items: await this.departments.all(scope) };
  }

  /** What the live duty list gives to one of them. */
  @Get(':id/duties')
  @Allow('reference.read')
  duties(@Param('id') id: string) {
    return { items: this.departments.duties(id) };
  }
}
