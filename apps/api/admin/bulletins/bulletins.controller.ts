import { Controller, Get, Header, Query, StreamableFile, UseGuards } from '@nestjs/common';
import { AnswersFile } from '../../openapi/answers-file.js';
import { WORKBOOK } from '../exports/write-sheets.js';
import { Allow } from '../session/allow.js';
import { SessionGuard } from '../session/session.guard.js';
import { bulletinWorkbook } from './bulletin-workbook.js';
import { BulletinsDto } from './bulletins.dto.js';
import { BulletinsService } from './bulletins.service.js';

/** 周通报. */
@Controller('api/v1')
@UseGuards(SessionGuard)
@Allow('bulletins.read')
export class BulletinsController {
  constructor(private readonly bulletins: BulletinsService) {}

  @Get('bulletins')
  show(@Query() { week }: BulletinsDto) {
    return this.bulletins.draw(week);
  }

  /** The same as a workbook: a sheet for each breakdown. */
  @Get('bulletins.xlsx')
  @AnswersFile(WORKBOOK)
  @Header('Cache-Control', 'no-store')
  async xlsx(@Query() { week }: BulletinsDto): Promise<StreamableFile> {
    const bulletin = await this.bulletins.draw(week);
    const disposition = `attachment; filename="bulletin-${bulletin.week}.xlsx"`;
    return new StreamableFile(await bulletinWorkbook(bulletin), { type: WORKBOOK, disposition });
  }
}
