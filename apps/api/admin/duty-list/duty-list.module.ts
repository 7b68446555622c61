import type { FactoryProvider } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { DataSource } from '#storage/data-source.js';
import { DutyDrafts } from '#storage/reference/duty-drafts.js';
import { SqlDutyBook } from '#storage/reference/sql-duty-book.js';
import { AdminModule } from '../admin.module.js';
import { DutyDryRun } from './duty-dry-run.js';
import { DutyLines } from './duty-lines.js';
import { DutyListController } from './duty-list.controller.js';
import { DutyListService } from './duty-list.service.js';

const kept = (Kept: new (source: DataSource) => object): FactoryProvider => ({
  provide: Kept,
  inject: [DataSource],
  useFactory: (source: DataSource) => new Kept(source),
});

/** The duty list for its editors. A global module must provide DUTY_SEED, LiveDutyList, DataSource, City, Clock and IdSource. */
@Module({
  imports: [AdminModule],
  controllers: [DutyListController],
  providers: [DutyListService, DutyDryRun, DutyLines, kept(SqlDutyBook), kept(DutyDrafts)],
})
export class DutyListModule {}
