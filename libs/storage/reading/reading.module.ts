import type { FactoryProvider } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OperatorAccounts } from '../people/operator-accounts.js';
import { SqlPullSwitch } from '../sql-pull-switch.js';
import { AskedRequests } from './asked-requests.js';
import { BulletinCounts } from './bulletin-counts.js';
import { CaseCounts } from './case-counts.js';
import { CaseFile } from './case-file.js';
import { CaseList } from './case-list.js';
import { DeliveryCounts } from './delivery-counts.js';
import { DeliveryList } from './delivery-list.js';
import { DepartmentLoads } from './department-load.js';
import { EndpointCounts } from './endpoint-counts.js';
import { EndpointHistory } from './endpoint-history.js';
import { HotIssueList } from './hot-issue-list.js';
import { NewestEvents } from './newest-events.js';
import { ParkedDeliveries } from './parked-deliveries.js';
import { PlatformDays } from './platform-days.js';
import { PlatformHealth } from './platform-health.js';
import { PublishedUpdateList } from './published-update-list.js';
import { QuarantineList } from './quarantine-list.js';
import { RecordVersions } from './record-versions.js';
import { SuggestionList } from './suggestion-list.js';
import { UndertakingFile } from './undertaking-file.js';
import { UndertakingList } from './undertaking-list.js';

type Question = new (source: DataSource) => object;

const QUESTIONS: readonly Question[] = [
  AskedRequests,
  BulletinCounts,
  CaseCounts,
  CaseFile,
  CaseList,
  DeliveryCounts,
  DeliveryList,
  DepartmentLoads,
  EndpointCounts,
  EndpointHistory,
  HotIssueList,
  NewestEvents,
  OperatorAccounts,
  ParkedDeliveries,
  PlatformDays,
  PlatformHealth,
  PublishedUpdateList,
  QuarantineList,
  RecordVersions,
  SqlPullSwitch,
  SuggestionList,
  UndertakingFile,
  UndertakingList,
];

const provider = (question: Question): FactoryProvider => ({
  provide: question,
  useFactory: (source: DataSource) => new question(source),
  inject: [DataSource],
});

/** What can be asked of the tables, for who shows it. A global module must provide `DataSource`. */
@Module({ providers: QUESTIONS.map(provider), exports: [...QUESTIONS] })
export class ReadingModule {}
