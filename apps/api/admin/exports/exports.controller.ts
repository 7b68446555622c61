import { Controller, Get, Header, Query, StreamableFile, UseGuards } from '@nestjs/common';
import { AnswersFile } from '../../openapi/answers-file.js';
import { CaseQuestions } from '../cases/case-questions.js';
import { CaseExportDto } from '../cases/cases.dto.js';
import { Allow } from '../session/allow.js';
import type { SignedIn } from '../session/session.guard.js';
import { CurrentOperator, SessionGuard } from '../session/session.guard.js';
import { CaseRows } from './case-rows.js';
import type { Sheet } from './write-sheets.js';
import { asCsv, asXlsx, WORKBOOK } from './write-sheets.js';

/** 导出: the case list with its filters as a file, written while it is read. */
@Controller('api/v1')
@UseGuards(SessionGuard)
@Allow('cases.export', 'list')
export class ExportsController {
  constructor(
    private readonly questions: CaseQuestions,
    private readonly table: CaseRows,
  ) {}

  @Get('cases.csv')
  @AnswersFile('text/csv')
  @Header('Cache-Control', 'no-store')
  csv(@Query() query: CaseExportDto, @CurrentOperator() person: SignedIn): StreamableFile {
    const head = { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="cases.csv"' };
    return new StreamableFile(asCsv(this.sheet(query, person)), head);
  }

  @Get('cases.xlsx')
  @AnswersFile(WORKBOOK)
  @Header('Cache-Control', 'no-store')
  xlsx(@Query() query: CaseExportDto, @CurrentOperator() person: SignedIn): StreamableFile {
    return new StreamableFile(asXlsx(this.sheet(query, person)), {
      type: WORKBOOK,
      disposition: 'attachment; filename="cases.xlsx"',
    });
  }

  private sheet(query: CaseExportDto, { scope }: SignedIn): Sheet {
    return { head: this.table.head, rows: this.table.rows(this.questions.of(query, scope)) };
  }
}
