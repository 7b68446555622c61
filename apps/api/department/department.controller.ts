import { Body, Controller, Header, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { RawBodyRequest } from '@nestjs/common';
import type { DepartmentId } from '#domain/ids.js';
import { as } from '#domain/ids.js';
import type { CommandAnswer } from '#pipeline/case-desk.js';
import { CaseDesk } from '#pipeline/case-desk.js';
import type { ErrorCode } from '#domain/error-codes.js';
import { RejectedError } from '#domain/errors.js';
import { RefusalLog } from '#domain/ports/refusal-log.js';
import { CommandRefused } from '../command-refused.js';
import { CallbackSender } from './callback-sender.js';
import { DepartmentCommandDto, toDepartmentCommand } from './department-command.dto.js';

interface CallbackRequest {
  readonly headers: Record<string, string | undefined>;
}

interface Reply {
  header(name: string, value: string): unknown;
}

/** The call-backs of departments: sign, report progress, return, hand in. */
@Controller('department/v1')
export class DepartmentController {
  constructor(
    @Inject(CallbackSender) private readonly senders: CallbackSender,
    @Inject(CaseDesk) private readonly desk: CaseDesk,
    @Inject(RefusalLog) private readonly refusals: RefusalLog,
  ) {}

  @Post('cases/:number/commands')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async command(
    @Param('number') number: string,
    @Req() request: RawBodyRequest<CallbackRequest>,
    @Res({ passthrough: true }) reply: Reply,
    @Body() dto: DepartmentCommandDto,
  ): Promise<CommandAnswer> {
    const message = await this.senders.identify({ headers: request.headers, body: request.rawBody ?? Buffer.alloc(0) });
    const department = as<DepartmentId>(message.sender);
    const command = toDepartmentCommand(dto, department);
    const answer = await this.noted(department, () =>
      this.desk.execute({
        number: as(number),
        command,
        actor: `department:${department}`,
        expectedVersion: dto.version,
        message,
      }),
    );
    if (answer.isRepeat) reply.header('idempotent-replayed', 'true');
    if (answer.outcome === 'refused') throw new CommandRefused(answer);
    return answer;
  }

  /** A foreign case, an old version, an id with another body: a bug or an attack, and somebody must be able to find it. */
  private async noted(department: DepartmentId, work: () => Promise<CommandAnswer>): Promise<CommandAnswer> {
    const who = `department:${department}`;
    try {
      const answer = await work();
      const { code, message = '', isRepeat } = answer;
      if (code && NOTED.includes(code) && !isRepeat) await this.refusals.note({ who, code, detail: message });
      return answer;
    } catch (thrown) {
      if (thrown instanceof RejectedError && NOTED.includes(thrown.code)) {
        await this.refusals.note({ who, code: thrown.code, detail: thrown.message });
      }
      throw thrown;
    }
  }
}

const NOTED: readonly ErrorCode[] = ['CALLBACK_REPLAYED', 'CASE_UNKNOWN', 'CASE_FOREIGN', 'CASE_VERSION_STALE'];
