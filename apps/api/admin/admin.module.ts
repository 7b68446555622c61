import { Module } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { ReadingModule } from '#storage/reading/reading.module.js';
import { requestPipe } from '../request-pipe.js';
import { BulletinsController } from './bulletins/bulletins.controller.js';
import { BulletinsService } from './bulletins/bulletins.service.js';
import { CasesController } from './cases/cases.controller.js';
import { CasesService } from './cases/cases.service.js';
import { CityWords } from './city-words.js';
import { DeliveriesController } from './deliveries/deliveries.controller.js';
import { DeliveriesService } from './deliveries/deliveries.service.js';
import { GroupingsController } from './groupings/groupings.controller.js';
import { HotIssuesController } from './hot-issues/hot-issues.controller.js';
import { HotIssuesService } from './hot-issues/hot-issues.service.js';
import { LedgerController } from './ledger/ledger.controller.js';
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
import { ReferenceController } from './reference/reference.controller.js';
import { Operators } from './operators.js';
import { SessionController } from './session/session.controller.js';
import { SignInBrake } from './session/sign-in-brake.js';
import { SuggestionsController } from './suggestions/suggestions.controller.js';
import { SuggestionsService } from './suggestions/suggestions.service.js';
import { UndertakingsController } from './undertakings/undertakings.controller.js';
import { UndertakingsService } from './undertakings/undertakings.service.js';

/**
 * The operators' API under /api/v1. A global module must provide DataSource, CaseDesk, MatchDesk, UndertakingDesk, LearnRarity, RecordStore, DeliveryStore, LedgerBook,
 * ReconcileBook, SchemaBook, Platforms, Doorbell, Clock, IdSource and City.
 */
@Module({
  imports: [ReadingModule],
  controllers: [
    SessionController,
    CasesController,
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
  ],
  providers: [
    // For the departments' requests as well: every field is checked at the door.
    { provide: APP_PIPE, useFactory: requestPipe },
    Operators,
    SignInBrake,
    CityWords,
    CasesService,
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
    BulletinsService,
    MatchingService,
    UndertakingsService,
  ],
  exports: [Operators],
})
export class AdminModule {}
