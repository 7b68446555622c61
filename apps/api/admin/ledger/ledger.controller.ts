import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { drawLedger } from '#domain/ledger/ledger.js';
import { LedgerBook } from '#domain/ports/ledger-book.js';
import { CityWords } from '../city-words.js';
import { Allow } from '../session/allow.js';
import { SessionGuard } from '../session/session.guard.js';
import { LedgerDto } from './ledger.dto.js';

/** 对账. */
@Controller('api/v1/ledger')
@UseGuards(SessionGuard)
@Allow('ledger.read')
export class LedgerController {
  constructor(
    private readonly book: LedgerBook,
    private readonly words: CityWords,
  ) {}

  @Get()
  async show(@Query() { day }: LedgerDto) {
    const ledger = drawLedger(await this.book.facts(day));
    return { ...ledger, days: ledger.days.map((row) => ({ ...row, platformName: this.words.platform(row.platform).name })) };
  }
}
