import { setTimeout as pause } from 'node:timers/promises';
import type { DynamicModule, FactoryProvider, LoggerService, OnApplicationShutdown, Provider } from '@nestjs/common';
import { Global, Inject, Injectable, Module } from '@nestjs/common';
import { DUTY_SEED } from '#apps/api/admin/duty-list/duty-list.service.js';
import { AUDIT_HEADS_FILE } from '#apps/api/admin/audit/note-heads.js';
import { auditHeadsFile } from '#storage/audit/noted-heads.js';
import { DataSource } from '#storage/data-source.js';
import { ConfiguredPlatforms } from '#adapters/configured-platforms.js';
import type { HubConfig } from '#config/load-config.js';
import { formatFault } from '#config/config-fault.js';
import type { DutySeed } from '#config/duty-seed.js';
import type { CityConfig } from '#config/load-reference.js';
import type { OwnDuties } from '#domain/routing/own-duties.js';
import { AttachmentStore } from '#domain/ports/attachment-store.js';
import type { RetryPlan } from '#domain/delivery/retry-plan.js';
import { CaseStore } from '#domain/ports/case-store.js';
import { Clock } from '#domain/ports/clock.js';
import { DatabasePulse } from '#domain/ports/database-pulse.js';
import { DeliveryStore } from '#domain/ports/delivery-store.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import { EndpointBook } from '#domain/ports/endpoint-book.js';
import { HotBook } from '#domain/ports/hot-book.js';
import { IdSource } from '#domain/ports/ids.js';
import { LedgerBook } from '#domain/ports/ledger-book.js';
import type { Platform } from '#domain/ports/platforms.js';
import { Platforms } from '#domain/ports/platforms.js';
import { PublishedUpdates } from '#domain/ports/published-updates.js';
import { ReconcileBook } from '#domain/ports/reconcile-book.js';
import { RarityBook } from '#domain/ports/rarity-book.js';
import { RecordStore } from '#domain/ports/record-store.js';
import { RoutingBook } from '#domain/ports/routing-book.js';
import { RefusalLog } from '#domain/ports/refusal-log.js';
import { SchemaBook } from '#domain/ports/schema-book.js';
import { SecretSeal } from '#domain/ports/secret-seal.js';
import { IdentityVault, RecordSeal } from '#domain/ports/vault.js';
import { UndertakingBook } from '#domain/ports/undertaking-book.js';
import { WebhookSender } from '#domain/ports/webhook-sender.js';
import { SealingRecords } from '#identity/sealing-records.js';
import { IdentitySettings } from '#identity/identity-settings.js';
import { SealingSecrets } from '#identity/sealing-secrets.js';
import { SealingVault } from '#identity/sealing-vault.js';
import type { VaultKeys } from '#identity/vault/load-key-ring.js';
import { CaseDesk } from '#pipeline/case-desk.js';
import type { PipelineMeans } from '#pipeline/case-pipeline.js';
import { CasePipeline } from '#pipeline/case-pipeline.js';
import { City } from '#pipeline/city.js';
import { ConfiguredCity } from '#pipeline/configured-city.js';
import type { DeliveryMeans } from '#pipeline/deliver-due.js';
import { DeliverDue } from '#pipeline/deliver-due.js';
import { EndpointDesk } from '#pipeline/endpoint-desk.js';
import { EndpointDirectory } from '#pipeline/endpoint-directory.js';
import { EndpointPost } from '#pipeline/endpoint-post.js';
import { EndpointWatch } from '#pipeline/endpoint-watch.js';
import { LiveDutyList, type LaidDuties } from '#pipeline/live-duty-list.js';
import { LearnRarity } from '#pipeline/learn-rarity.js';
import { LearnRouting } from '#pipeline/learn-routing.js';
import { MatchDesk } from '#pipeline/match-desk.js';
import { Contacts } from '#pipeline/privacy/contacts.js';
import { PullPlatform } from '#pipeline/pull-platform.js';
import { ReconcilePlatform } from '#pipeline/reconcile-platform.js';
import { RecordReading } from '#pipeline/reading/reading.js';
import { Normaliser } from '#pipeline/steps/normalise.js';
import { ShadowCopies } from '#pipeline/shadow-copies.js';
import { Sweep } from '#pipeline/sweep.js';
import type { Tell } from '#pipeline/tell.js';
import { RingClocks } from '#pipeline/ring-clocks.js';
import { UndertakingDesk } from '#pipeline/undertaking-desk.js';
import { WatchClocks } from '#pipeline/watch-clocks.js';
import { WatchHot } from '#pipeline/watch-hot.js';
import { WatchSchema } from '#pipeline/watch-schema.js';
import { WatchUndertakings } from '#pipeline/watch-undertakings.js';
import { WebhookCourier } from '#pipeline/webhook-courier.js';
import { WriteBackCourier } from '#pipeline/write-back-courier.js';
import { LOGGER } from '#runtime/logger.js';
import { DepartmentSecrets } from '#domain/ports/department-secrets.js';
import { SystemClock } from '#runtime/system-clock.js';
import { UuidV7 } from '#runtime/uuid-v7.js';
import type { BreakerPolicy } from '#domain/delivery/circuit-breaker.js';
import type { PacePolicy } from '#domain/delivery/target-pace.js';
import { DEFAULT_BREAKER_POLICY, EndpointBreakers } from '#webhooks/endpoint-breaker.js';
import { HttpWebhookSender } from '#webhooks/http-webhook-sender.js';
import { SqlContactBook } from '#storage/privacy/sql-contact-book.js';
import { SqlCaseStore } from '#storage/sql-case-store.js';
import { SqlDatabasePulse } from '#storage/sql-database-pulse.js';
import { SqlDeliveryStore } from '#storage/sql-delivery-store.js';
import { SqlDutyBook } from '#storage/reference/sql-duty-book.js';
import { SqlEndpointBook } from '#storage/sql-endpoint-book.js';
import { SqlHotBook } from '#storage/sql-hot-book.js';
import { SqlLedgerBook } from '#storage/sql-ledger-book.js';
import { SqlPublishedUpdates } from '#storage/sql-published-updates.js';
import { SqlReconcileBook } from '#storage/sql-reconcile-book.js';
import { SqlRarityBook } from '#storage/sql-rarity-book.js';
import { SqlRecordStore } from '#storage/sql-record-store.js';
import { SqlRoutingBook } from '#storage/sql-routing-book.js';
import { SqlRefusalLog } from '#storage/sql-refusal-log.js';
import { SqlSchemaBook } from '#storage/sql-schema-book.js';
import { SqlUndertakingBook } from '#storage/sql-undertaking-book.js';
import { FollowDutyList } from './follow-duty-list.js';
import { attachmentStore } from './attachment-store.js';
import { FollowEndpoints } from './follow-endpoints.js';
import { identitySettingsOf } from './identity-settings-of.js';
import { recordReading } from './record-reading.js';
import { wayOut } from './way-out.js';

/** What a process is given before Nest begins: opened, checked, and closed by the one who opened it. */
export interface Foundation {
  readonly config: HubConfig;
  readonly city: CityConfig;
  readonly source: DataSource;
  readonly vaultKeys: VaultKeys;
  readonly logger: LoggerService;
  /** Platforms beside the configured ones, e.g. of a file that is imported. */
  readonly platforms?: readonly Platform[];
}

/** What every use case needs of the machine: time, ids, chance. */
const MEANS = Symbol('means');
type Means = PipelineMeans & DeliveryMeans;

/** `retrySeconds` are the waits after a failure; the first attempt goes at once. */
const retryPlan = ({ delivery }: HubConfig): RetryPlan => ({
  delaysMs: [0, ...delivery.retrySeconds.map((seconds) => seconds * 1000)],
  jitter: delivery.jitterShare,
  longestRetryAfterMs: 24 * 3_600_000,
});

/** How long a secret that the configuration replaced goes on signing and verifying. */
const ROTATION_OVERLAP_MS = 24 * 3_600_000;

const targetPace = ({ delivery: { mostInFlight, mostPerSecond } }: HubConfig): PacePolicy => ({ mostInFlight, mostPerSecond });

/** Departments are found again by the sweep's next ring, so the pause may be short. */
const breakerPolicy = ({ delivery }: HubConfig): BreakerPolicy => ({
  ...DEFAULT_BREAKER_POLICY,
  failuresToOpen: delivery.breakerFailures,
  pauseMs: delivery.breakerSeconds * 1000,
});

const configuredCity = (reference: CityConfig['reference'], { flow }: HubConfig): City =>
  new ConfiguredCity(reference, flow.revisitWaitSeconds * 1000, flow.lookBackWaitSeconds);

const ports = ({ config, city, source, vaultKeys, logger, platforms }: Foundation): Provider[] => [
  { provide: LOGGER, useValue: logger },
  { provide: DataSource, useValue: source },
  { provide: Clock, useClass: SystemClock },
  { provide: AUDIT_HEADS_FILE, useValue: auditHeadsFile(config.folders.data) },
  { provide: IdSource, useClass: UuidV7 },
  from(MEANS, [Clock, IdSource], (clock: Clock, ids: IdSource): Means => {
    return { clock, ids, random: Math.random, pause, pace: targetPace(config), batchSize: config.flow.batchSize };
  }),
  { provide: IdentityVault, useValue: new SealingVault(vaultKeys) },
  { provide: RecordSeal, useValue: new SealingRecords(vaultKeys.ring) },
  { provide: SecretSeal, useValue: new SealingSecrets(vaultKeys.ring) },
  { provide: IdentitySettings, useValue: identitySettingsOf(config.identity) },
  { provide: City, useValue: configuredCity(city.reference, config) },
  { provide: CaseStore, useValue: new SqlCaseStore(source) },
  { provide: DeliveryStore, useValue: new SqlDeliveryStore(source) },
  { provide: LedgerBook, useValue: new SqlLedgerBook(source) },
  { provide: RarityBook, useValue: new SqlRarityBook(source) },
  { provide: HotBook, useValue: new SqlHotBook(source) },
  { provide: RoutingBook, useValue: new SqlRoutingBook(source) },
  { provide: UndertakingBook, useValue: new SqlUndertakingBook(source) },
  { provide: DatabasePulse, useValue: new SqlDatabasePulse(source) },
  { provide: SchemaBook, useValue: new SqlSchemaBook(source) },
  from(RecordStore, [Clock, RecordSeal], (clock: Clock, seal: RecordSeal) => new SqlRecordStore(source, clock, seal)),
  from(ReconcileBook, [Clock], (clock: Clock) => new SqlReconcileBook(source, clock)),
  from(AttachmentStore, [Clock, IdSource], (clock: Clock, ids: IdSource) => attachmentStore(source, config, { clock, ids })),
  from(RefusalLog, [Clock], (clock: Clock) => new SqlRefusalLog(source, clock)),
  { provide: EndpointBook, useValue: new SqlEndpointBook(source, new SealingSecrets(vaultKeys.ring)) },
  from(PublishedUpdates, [Clock], (clock: Clock) => new SqlPublishedUpdates(source, clock)),
  from(
    Platforms,
    [Clock, PublishedUpdates],
    (clock: Clock, published: PublishedUpdates) => new ConfiguredPlatforms(city.platforms, clock, published, platforms),
  ),
  from(WebhookSender, [Clock], (clock: Clock) => new HttpWebhookSender(clock, wayOut(config))),
];

const RETRY_PLAN = Symbol('retry plan');
const TELL = Symbol('tell');

const useCases = ({ config, city, logger, vaultKeys, platforms }: Foundation): Provider[] => [
  { provide: RETRY_PLAN, useValue: retryPlan(config) },
  { provide: TELL, useValue: ((facts, sentence) => logger.warn(facts, sentence)) satisfies Tell },
  from(WatchSchema, [SchemaBook, Clock, TELL], (...all: ConstructorParameters<typeof WatchSchema>) => new WatchSchema(...all)),
  from(RecordReading, [Platforms, TELL], (known: Platforms, tell: Tell) =>
    recordReading({ config, city, vaultKeys, platforms }, known, tell),
  ),
  from(Normaliser, [RecordReading, IdSource], (...all: ConstructorParameters<typeof Normaliser>) => new Normaliser(...all)),
  from(
    CasePipeline,
    [CaseStore, RecordStore, Normaliser, City, Doorbell, MEANS],
    (...all: ConstructorParameters<typeof CasePipeline>) => new CasePipeline(...all),
  ),
  from(CaseDesk, [CaseStore, City, Doorbell, MEANS], (...all: ConstructorParameters<typeof CaseDesk>) => new CaseDesk(...all)),
  from(MatchDesk, [CaseStore, City, Doorbell, MEANS], (...all: ConstructorParameters<typeof MatchDesk>) => new MatchDesk(...all)),
  from(
    DeliverDue,
    [DeliveryStore, CaseStore, City, RETRY_PLAN, Doorbell, MEANS],
    (...all: ConstructorParameters<typeof DeliverDue>) => new DeliverDue(...all),
  ),
  from(
    PullPlatform,
    [Platforms, RecordStore, Doorbell, Clock, WatchSchema],
    (...all: ConstructorParameters<typeof PullPlatform>) => new PullPlatform(...all),
  ),
  from(
    ReconcilePlatform,
    [Platforms, RecordStore, ReconcileBook, Doorbell, Clock, TELL],
    (...all: ConstructorParameters<typeof ReconcilePlatform>) => new ReconcilePlatform(...all),
  ),
  from(
    Sweep,
    [Platforms, RecordStore, DeliveryStore, Doorbell, Clock, ReconcileBook],
    (...all: ConstructorParameters<typeof Sweep>) => new Sweep(...all),
  ),
  from(LearnRarity, [RarityBook, City], (...all: ConstructorParameters<typeof LearnRarity>) => new LearnRarity(...all)),
  from(LearnRouting, [RoutingBook, City], (...all: ConstructorParameters<typeof LearnRouting>) => new LearnRouting(...all)),
  from(
    RingClocks,
    [CaseStore, City, Doorbell, MEANS],
    (...all: ConstructorParameters<typeof RingClocks>) => new RingClocks(...all),
  ),
  from(
    WatchClocks,
    [CaseStore, CaseDesk, RingClocks, Clock],
    (...all: ConstructorParameters<typeof WatchClocks>) => new WatchClocks(...all),
  ),
  from(WatchHot, [HotBook, Clock], (...all: ConstructorParameters<typeof WatchHot>) => new WatchHot(...all)),
  from(WriteBackCourier, [Platforms], (platforms: Platforms) => new WriteBackCourier(platforms)),
];

/** Where departments receive, and what carries their messages there. */
const endpoints = ({ config, city, source }: Foundation): Provider[] => [
  // Seeded and read before anything can be sent or verified.
  from(EndpointDirectory, [EndpointBook, Clock], async (book: EndpointBook, clock: Clock) => {
    const now = clock.now();
    await book.seed(city.endpoints, now, new Date(now.getTime() + ROTATION_OVERLAP_MS));
    const directory = new EndpointDirectory(book, clock);
    await directory.refresh();
    return directory;
  }),
  { provide: DepartmentSecrets, useExisting: EndpointDirectory },
  from(
    EndpointPost,
    [WebhookSender, Clock],
    (sender: WebhookSender, clock: Clock) => new EndpointPost(sender, clock, config.delivery.timeoutMs),
  ),
  from(
    EndpointWatch,
    [EndpointBook, EndpointDirectory, Clock, TELL],
    (book: EndpointBook, directory: EndpointDirectory, clock: Clock, tell: Tell) =>
      new EndpointWatch(book, directory, clock, tell, config.delivery.disableAfterHours * 3_600_000),
  ),
  from(
    ShadowCopies,
    [EndpointPost, EndpointBook, Clock, TELL],
    (...all: ConstructorParameters<typeof ShadowCopies>) => new ShadowCopies(...all),
  ),
  from(
    Contacts,
    [City, IdentityVault],
    (known: City, vault: IdentityVault) => new Contacts(known, new SqlContactBook(source), vault),
  ),
  from(
    WebhookCourier,
    [EndpointDirectory, EndpointPost, EndpointWatch, ShadowCopies, Contacts, Clock],
    (
      directory: EndpointDirectory,
      post: EndpointPost,
      watch: EndpointWatch,
      shadow: ShadowCopies,
      contacts: Contacts,
      clock: Clock,
    ) => new WebhookCourier(directory, post, new EndpointBreakers(clock, breakerPolicy(config)), watch, shadow, contacts),
  ),
  from(
    EndpointDesk,
    [EndpointBook, EndpointDirectory, EndpointPost, Doorbell, Clock, IdSource],
    (...all: ConstructorParameters<typeof EndpointDesk>) => new EndpointDesk(...all),
  ),
];

/** The duty list that people publish, over what the configuration folder says. */
const duties = ({ city: { dutySeed }, source }: Foundation): Provider[] => [
  { provide: DUTY_SEED, useValue: dutySeed },
  from(LiveDutyList, [City], (city: City) => new LiveDutyList(new SqlDutyBook(source), city, (own) => layDuties(dutySeed, own))),
];

function layDuties(seed: DutySeed, own: OwnDuties): LaidDuties {
  const { duties: laid, faults } = seed.lay(own);
  return laid ? { duties: laid, faults: [] } : { faults: faults.map(formatFault) };
}

/** 清单化, 项目化. */
const lists = (): Provider[] => [
  from(
    UndertakingDesk,
    [UndertakingBook, City, MEANS],
    (...all: ConstructorParameters<typeof UndertakingDesk>) => new UndertakingDesk(...all),
  ),
  from(
    WatchUndertakings,
    [UndertakingBook, Clock],
    (...all: ConstructorParameters<typeof WatchUndertakings>) => new WatchUndertakings(...all),
  ),
];

function from(
  provide: FactoryProvider['provide'],
  inject: FactoryProvider['inject'],
  useFactory: FactoryProvider['useFactory'],
): FactoryProvider {
  return { provide, inject, useFactory };
}

/** Last out: the reading thread, and the sockets to departments. */
@Injectable()
class CloseLast implements OnApplicationShutdown {
  constructor(
    @Inject(RecordReading) private readonly reading: RecordReading,
    @Inject(WebhookSender) private readonly sender: WebhookSender & { close?: () => Promise<void> },
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.reading.close?.();
    await this.sender.close?.();
  }
}

/** Ports and use cases, made once a process; roles only name what they need. */
@Global()
@Module({})
export class FoundationModule {
  static forRoot(foundation: Foundation): DynamicModule {
    const providers = [
      ...ports(foundation),
      ...useCases(foundation),
      ...endpoints(foundation),
      ...duties(foundation),
      ...lists(),
    ];
    return {
      module: FoundationModule,
      providers: [...providers, CloseLast, FollowEndpoints, FollowDutyList],
      exports: providers.map((provider) => ('provide' in provider ? provider.provide : provider)),
    };
  }
}
