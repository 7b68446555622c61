import type { FactoryProvider } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RecordSeal } from '#domain/ports/vault.js';
import { SqlDepartmentReplay } from '../sql-department-replay.js';
import { SqlPullSwitch } from '../sql-pull-switch.js';
import { AskedRequests } from './asked-requests.js';
import { BulletinCounts } from './bulletin-counts.js';
import { CaseCounts } from './case-counts.js';
import { CaseFacetCounts } from './case-facets.js';
import { CaseFile } from './case-file.js';
import { CaseIndex } from './case-index.js';
import { CaseList } from './case-list.js';
import { CaseViewBook } from './case-view-book.js';
import { DeliveryCounts } from './delivery-counts.js';
import { DeliveryList } from './delivery-list.js';
import { DepartmentCases } from './department-cases.js';
import { DepartmentLoads } from './department-load.js';
import { EndpointCounts } from './endpoint-counts.js';
import { EndpointHistory } from './endpoint-history.js';
import { HotIssueList } from './hot-issue-list.js';
import { NewestEvents } from './newest-events.js';
import { OpenLoads } from './open-loads.js';
import { PlatformDays } from './platform-days.js';
import { PlatformHealth } from './platform-health.js';
import { PublishedUpdateList } from './published-update-list.js';
import { QuarantineList } from './quarantine-list.js';
import { RecordVersions } from './record-versions.js';
import { ReplayableDeliveries } from './replayable-deliveries.js';
import { SuggestionList } from './suggestion-list.js';
import { UndertakingFile } from './undertaking-file.js';
import { UndertakingList } from './undertaking-list.js';

type Question = new (source: DataSource, seal: RecordSeal) => object;

const QUESTIONS: readonly Question[] = [
  AskedRequests,
  BulletinCounts,
  CaseCounts,
  CaseFacetCounts,
  CaseFile,
  CaseIndex,
  CaseList,
  CaseViewBook,
  DeliveryCounts,
  DeliveryList,
  DepartmentCases,
  DepartmentLoads,
  EndpointCounts,
  EndpointHistory,
  HotIssueList,
  NewestEvents,
  OpenLoads,
  PlatformDays,
  PlatformHealth,
  PublishedUpdateList,
  QuarantineList,
  RecordVersions,
  SqlDepartmentReplay,
  SqlPullSwitch,
  ReplayableDeliveries,
  SuggestionList,
  UndertakingFile,
  UndertakingList,
];

const provider = (question: Question): FactoryProvider => ({
  provide: question,
  useFactory: (source: DataSource, seal: RecordSeal) => new question(source, seal),
  inject: [DataSource, RecordSeal],
});

/** What can be asked of the tables, for who shows it. A global module must provide `DataSource` and `RecordSeal`. */
@Module({ providers: QUESTIONS.map(provider), exports: [...QUESTIONS] })
export class ReadingModule {}
