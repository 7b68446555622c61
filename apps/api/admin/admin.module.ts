import { Module } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { LiveModule } from '#storage/live/live.module.js';
import { ReadingModule } from '#storage/reading/reading.module.js';
import { requestPipe } from '../request-pipe.js';
import { ApiKeysController } from './api-keys/api-keys.controller.js';
import { ApiKeysModule } from './api-keys/api-keys.module.js';
import { ApiKeysService } from './api-keys/api-keys.service.js';
import { AuditController } from './audit/audit.controller.js';
import { AuditModule } from './audit/audit.module.js';
import { BulletinsController } from './bulletins/bulletins.controller.js';
import { BulletinsService } from './bulletins/bulletins.service.js';
import { CalendarsController } from './calendars/calendars.controller.js';
import { CaseHandling } from './cases/case-handling.js';
import { CaseOrders } from './cases/case-orders.js';
import { CaseQuestions } from './cases/case-questions.js';
import { CasesController } from './cases/cases.controller.js';
import { CasesService } from './cases/cases.service.js';
import { CityWords } from './city-words.js';
import { DeliveriesController } from './deliveries/deliveries.controller.js';
import { DeliveriesService } from './deliveries/deliveries.service.js';
import { DepartmentsController } from './grids/departments.controller.js';
import { DepartmentsService } from './grids/departments.service.js';
import { GridsController } from './grids/grids.controller.js';
import { GridsService } from './grids/grids.service.js';
import { CaseRows } from './exports/case-rows.js';
import { ExportsController } from './exports/exports.controller.js';
import { GroupingsController } from './groupings/groupings.controller.js';
import { HotIssuesController } from './hot-issues/hot-issues.controller.js';
import { HotIssuesService } from './hot-issues/hot-issues.service.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { IndexFollower } from './live/index-follower.js';
import { LiveChanges } from './live/live-changes.js';
import { LiveController } from './live/live.controller.js';
import { LiveStream } from './live/live-stream.js';
import { MatchingController } from './matching/matching.controller.js';
import { MatchingService } from './matching/matching.service.js';
import { BoardFigures } from './overview/board-figures.js';
import { LiveOverview } from './overview/live-overview.js';
import { NeedsMe } from './overview/needs-me.js';
import { OverviewController } from './overview/overview.controller.js';
import { OverviewService } from './overview/overview.service.js';
import { PlatformBoundary } from './platforms/platform-boundary.js';
import { PlatformsController } from './platforms/platforms.controller.js';
import { PlatformsService } from './platforms/platforms.service.js';
import { PullSwitch } from './platforms/pull-switch.js';
import { QuarantineController } from './quarantine/quarantine.controller.js';
import { QuarantineService } from './quarantine/quarantine.service.js';
import { RevealModule } from './reveal/reveal.module.js';
import { ReferenceController } from './reference/reference.controller.js';
import { IdentityModule } from './session/identity.module.js';
import { SuggestionsController } from './suggestions/suggestions.controller.js';
import { SuggestionsService } from './suggestions/suggestions.service.js';
import { UndertakingsController } from './undertakings/undertakings.controller.js';
import { UndertakingsService } from './undertakings/undertakings.service.js';
import { ViewsController } from './views/views.controller.js';
import { ViewsService } from './views/views.service.js';

/**
 * The operators' API under /api/v1. A global module must provide DataSource, CaseDesk, MatchDesk, UndertakingDesk, LearnRarity, RecordStore, DeliveryStore, LedgerBook,
 * ReconcileBook, SchemaBook, Platforms, Doorbell, Clock, IdSource, City, RecordSeal and IdentityVault.
 */
@Module({
  imports: [IdentityModule, RevealModule, ApiKeysModule, AuditModule, LiveModule, ReadingModule],
  controllers: [
    ApiKeysController,
    CasesController,
    ExportsController,
    LiveController,
    ViewsController,
    OverviewController,
    QuarantineController,
    DeliveriesController,
    PlatformsController,
    LedgerController,
    SuggestionsController,
    HotIssuesController,
    GroupingsController,
    UndertakingsController,
    MatchingController,
    BulletinsController,
    ReferenceController,
    AuditController,
    CalendarsController,
    DepartmentsController,
    GridsController,
  ],
  providers: [
    // For the departments' requests as well: every field is checked at the door.
    { provide: APP_PIPE, useFactory: requestPipe },
    CityWords,
    ApiKeysService,
    CaseHandling,
    CaseOrders,
    CaseQuestions,
    CaseRows,
    CasesService,
    IndexFollower,
    LiveChanges,
    LiveStream,
    ViewsService,
    BoardFigures,
    NeedsMe,
    OverviewService,
    LiveOverview,
    QuarantineService,
    DeliveriesService,
    PlatformBoundary,
    PlatformsService,
    PullSwitch,
    SuggestionsService,
    HotIssuesService,
    GridsService,
    DepartmentsService,
    BulletinsService,
    MatchingService,
    UndertakingsService,
  ],
  exports: [ApiKeysModule, CityWords],
})
export class AdminModule {}
