import { Body, Controller, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { as } from '#domain/ids.js';
import { IdSource } from '#domain/ports/ids.js';
import type { GroupingCommand } from '#pipeline/grouping-command.js';
import type { GivenGroupingAnswer } from '#pipeline/match-desk.js';
import { MatchDesk } from '#pipeline/match-desk.js';
import { Allow } from '../session/allow.js';
import type { SignedIn } from '../session/session.guard.js';
import { CurrentOperator, SessionGuard } from '../session/session.guard.js';
import { DetachDto, GroupingDto, MergeDto, SplitDto } from './groupings.dto.js';
import { RequestIdDto } from '../request-id.dto.js';

type Answer = Promise<GivenGroupingAnswer>;

/** 并案与拆分: which reports belong together. Every change can be taken back by the id it was answered with. */
@Controller('api/v1')
@UseGuards(SessionGuard)
@Allow('groupings.change', 'cases')
export class GroupingsController {
  constructor(
    private readonly desk: MatchDesk,
    private readonly ids: IdSource,
  ) {}

  @Post('cases/:number/detach')
  @HttpCode(200)
  detach(@Param('number') number: string, @Body() body: DetachDto, @CurrentOperator() operator: SignedIn): Answer {
    const { report, to, because, version } = body;
    const command = { command: 'detach', number: as<never>(number), report: as<never>(report), because, version } as const;
    return this.execute(to === undefined ? command : { ...command, to: as(to) }, body, operator);
  }

  @Post('cases/:number/split')
  @HttpCode(200)
  split(@Param('number') number: string, @Body() body: SplitDto, @CurrentOperator() operator: SignedIn): Answer {
    const { because, version } = body;
    const reports = body.reports.map((id) => as<never>(id));
    return this.execute({ command: 'split', number: as(number), reports, because, version }, body, operator);
  }

  @Post('cases/:number/merge')
  @HttpCode(200)
  merge(@Param('number') number: string, @Body() body: MergeDto, @CurrentOperator() operator: SignedIn): Answer {
    const { from, because, version, fromVersion } = body;
    return this.execute({ command: 'merge', number: as(number), from: as(from), because, version, fromVersion }, body, operator);
  }

  @Post('groupings/:id/undo')
  @Allow('groupings.undo')
  @HttpCode(200)
  undo(@Param() { id }: GroupingDto, @Body() body: RequestIdDto, @CurrentOperator() operator: SignedIn): Answer {
    return this.execute({ command: 'undo', grouping: as(id) }, body, operator);
  }

  private execute(command: GroupingCommand, { requestId }: RequestIdDto, { name }: SignedIn): Answer {
    return this.desk.execute({ command, actor: `operator:${name}`, requestId: requestId ?? this.ids.next() });
  }
}
