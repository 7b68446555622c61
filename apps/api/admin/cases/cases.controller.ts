import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CommandRefused } from '../../command-refused.js';
import { Allow } from '../session/allow.js';
import type { SignedIn } from '../session/session.guard.js';
import { CurrentOperator, SessionGuard } from '../session/session.guard.js';
import { CaseHandling } from './case-handling.js';
import { CaseOrders } from './case-orders.js';
import { standing } from './case-views.js';
import { CaseFilterDto, CasesDto } from './cases.dto.js';
import { BulkCommandDto, CommandDto } from './command.dto.js';
import { filterWords } from './filter-words.js';
import { HandlingDto } from './handling.dto.js';
import { OPERATOR_COMMANDS } from './operator-commands.js';
import { CasesService } from './cases.service.js';
import { tagOf, versionMeant } from './versions.js';

/** 案件: the list, one case, and what is asked of it. */
@Controller('api/v1/cases')
@UseGuards(SessionGuard)
export class CasesController {
  constructor(
    private readonly cases: CasesService,
    private readonly orders: CaseOrders,
    private readonly handling: CaseHandling,
  ) {}

  @Get()
  @Allow('cases.read', 'list')
  page(@Query() query: CasesDto, @CurrentOperator() { scope }: SignedIn) {
    return this.cases.page(query, scope);
  }

  /** Which filters and orders the list has. */
  @Get('filters')
  @Allow('reference.read')
  filters() {
    return filterWords();
  }

  /** How many cases each value of each filter would leave. */
  @Get('counts')
  @Allow('cases.read', 'list')
  count(@Query() query: CaseFilterDto, @CurrentOperator() { scope }: SignedIn) {
    return this.cases.count(query, scope);
  }

  /** One command for several cases; each answers for itself. */
  @Post('commands')
  @Allow('cases.command', 'cases')
  @HttpCode(200)
  executeAll(@Body() body: BulkCommandDto, @CurrentOperator() { name }: SignedIn) {
    return this.orders.executeAll(body, name);
  }

  @Get(':number')
  @Allow('cases.read', 'case')
  async open(
    @Param('number') number: string,
    @CurrentOperator() reader: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const page = await this.cases.open(number, reader);
    void reply.header('ETag', tagOf(page.case.version));
    return page;
  }

  /** A command sent twice is harmless when it names the version its sender saw: the second finds the case moved on. */
  @Post(':number/commands')
  @Allow('cases.command', 'case')
  @HttpCode(200)
  async execute(
    @Param('number') number: string,
    @Body() body: CommandDto,
    @CurrentOperator() operator: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('if-match') ifMatch?: string,
  ) {
    const version = versionMeant(ifMatch, body.version);
    const answer = await this.orders.execute(number, { ...body, version }, operator.name);
    if (answer.code !== undefined) throw new CommandRefused(answer, version);
    void reply.header('ETag', tagOf(answer.version));
    return {
      number,
      version: answer.version,
      ...standing(answer.status),
      commands: OPERATOR_COMMANDS.filter((command) => answer.legal?.includes(command)),
    };
  }

  /** What a department asks of a case that is with it, by hand. */
  @Post(':number/handling')
  @Allow('cases.handle', 'case')
  @HttpCode(200)
  async handle(
    @Param('number') number: string,
    @Body() body: HandlingDto,
    @CurrentOperator() who: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('if-match') ifMatch?: string,
  ) {
    const version = versionMeant(ifMatch, body.version);
    const answer = await this.handling.execute(number, { ...body, version }, who);
    if (answer.code !== undefined) throw new CommandRefused(answer, version);
    void reply.header('ETag', tagOf(answer.version));
    return { number, version: answer.version, ...standing(answer.status) };
  }
}
