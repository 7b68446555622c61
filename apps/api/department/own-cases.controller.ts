import { Controller, Get, Header, Headers, Param, Query, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { CallingDepartment } from './department-key.guard.js';
import { CurrentDepartment, DepartmentKeyGuard } from './department-key.guard.js';
import { OwnCasesDto } from './own-cases.dto.js';
import { OwnCases } from './own-cases.service.js';
import { AlsoAnswers } from '../openapi/also-answers.js';

/** What a department reads of its cases. */
@Controller('department/v1/cases')
@UseGuards(DepartmentKeyGuard)
export class OwnCasesController {
  constructor(private readonly cases: OwnCases) {}

  @Get()
  @Header('cache-control', 'no-store')
  page(@Query() query: OwnCasesDto, @CurrentDepartment() { department }: CallingDepartment) {
    return this.cases.page(department, query);
  }

  /** The ETag is the version; 304 to whoever has that one. */
  @AlsoAnswers(304)
  @Get(':number')
  @Header('cache-control', 'private, no-cache')
  async one(
    @Param('number') number: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentDepartment() { department }: CallingDepartment,
  ) {
    const found = await this.cases.open(number, department);
    const tag = `"${found.version}"`;
    void reply.header('etag', tag);
    if (known !== tag) return found;
    void reply.status(304);
    return undefined;
  }
}
