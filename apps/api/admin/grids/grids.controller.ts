import { Controller, Get, UseGuards } from '@nestjs/common';
import { Allow } from '../session/allow.js';
import { CurrentOperator, SessionGuard, type SignedIn } from '../session/session.guard.js';
import { GridsService } from './grids.service.js';

/** 责任网格, and how much lies open in each. */
@Controller('api/v1/grids')
@UseGuards(SessionGuard)
@Allow('cases.read', 'list')
export class GridsController {
  constructor(private readonly grids: GridsService) {}

  @Get()
  async all(@CurrentOperator() { scope }: SignedIn) {
    return { items: await this.grids.all(scope) };
  }
}
