import { Body, Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { CommandRefused } from '../../command-refused.js';
import type { SignedIn } from '../session/session.guard.js';
import { CurrentOperator, SessionGuard } from '../session/session.guard.js';
import { standing } from './case-views.js';
import { CasesDto } from './cases.dto.js';
import { CommandDto } from './command.dto.js';
import { OPERATOR_COMMANDS } from './operator-commands.js';
import { CasesService } from './cases.service.js';

/** 案件: the list, one case, and what is asked of it. */
@Controller('api/v1/cases')
@UseGuards(SessionGuard)
export class CasesController {
  constructor(private readonly cases: CasesService) {}

  @Get()
  page(@Query() query: CasesDto) {
    return this.cases.page(query);
  }

  @Get(':number')
  open(@Param('number') number: string) {
    return this.cases.open(number);
  }

  /** A command sent twice is harmless when it names the version its sender saw: the second finds the case moved on. */
  @Post(':number/commands')
  @HttpCode(200)
  async execute(@Param('number') number: string, @Body() body: CommandDto, @CurrentOperator() operator: SignedIn) {
    const answer = await this.cases.execute(number, body, operator.name);
    if (answer.code !== undefined) throw new CommandRefused(answer);
    return {
      number,
      version: answer.version,
      ...standing(answer.status),
      commands: OPERATOR_COMMANDS.filter((command) => answer.legal?.includes(command)),
    };
  }
}
