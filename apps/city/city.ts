import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { startCitizens } from './citizens/citizens.js';
import { ComesAgain } from './citizens/comes-again.js';
import type { CityOptions } from './control/city-options.js';
import { tellStory } from './control/city-story.js';
import type { Story } from './control/city-story.js';
import { mountControls } from './control/control-routes.js';
import { Journal } from './control/journal.js';
import type { CityState } from './control/journal.js';
import { readPlatformSecrets } from './control/platform-secrets.js';
import { summarise } from './control/summary.js';
import { DepartmentLine } from './departments/department-line.js';
import { DepartmentOffices } from './departments/department-offices.js';
import { DepartmentWork } from './departments/department-work.js';
import { Errands } from './departments/errands.js';
import { WebhookDoor } from './departments/webhook-door.js';
import { operatorDuties } from './operator/duties.js';
import { HubDesk } from './operator/hub-desk.js';
import type { HubAddress } from './operator/hub-desk.js';
import { Operator, startOperator } from './operator/operator.js';
import type { CityContext } from './platforms/city-context.js';
import { mountEjiaRest } from './platforms/ejia-rest.js';
import { startEjiaDrop } from './platforms/ejia.js';
import { startGridPusher } from './platforms/grid-pusher.js';
import { mountGrid } from './platforms/grid.js';
import { mountHotline } from './platforms/hotline.js';
import { mountPortal } from './platforms/portal.js';
import type { Rounds } from './platforms/rounds.js';
import { mountUrban } from './platforms/urban.js';
import { ExternalIds } from './reports/external-id.js';
import { changeMischief, mischiefAt } from './world/city-mischief.js';
import { readCitySettings } from './world/city-settings.js';
import type { CitySettings } from './world/city-settings.js';
import { Random } from './world/random.js';
import { InMemoryRecordBook } from './world/record-book.js';
import { Timeline } from './world/timeline.js';
import { TruthBook } from './world/truth-book.js';

const SAVE_EVERY_MS = 2000;
/** Sets the ids of what comes up again apart from those of the story. */
const OTHER_SALT = 500_000;

/** The simulated city in one piece: its records, platforms, departments, citizens and its dispatcher. */
export class City {
  private readonly start = new Date();
  private readonly settings: CitySettings;
  private readonly app: FastifyInstance = fastify({ bodyLimit: 16 * 1024 * 1024, forceCloseConnections: true });
  private readonly book = new InMemoryRecordBook();
  private readonly truth = new TruthBook(this.book);
  private readonly timeline: Timeline;
  private readonly work: DepartmentWork;
  private readonly door: WebhookDoor;
  private readonly line: DepartmentLine;
  private readonly errands: Errands;
  private readonly again: ComesAgain;
  private readonly operator: Operator;
  private readonly context: CityContext;
  private readonly journal: Journal | undefined;
  private readonly before: CityState | undefined;
  private readonly rounds: Rounds[] = [];
  private story: Story | undefined;
  private pusher: Rounds | undefined;
  private stopCitizens: (() => void) | undefined;
  private saving: NodeJS.Timeout | undefined;
  private mischief;
  private hub: HubAddress | undefined;

  constructor(private readonly options: CityOptions) {
    const { seed, pace, configDir, environment, stateFile } = options;
    this.settings = readCitySettings(configDir, environment);
    this.mischief = mischiefAt(options.mischief);
    const luck = Random.of(seed, 'luck');
    const mood = { mischief: () => this.mischief, random: () => luck.next() };
    const now = () => new Date();
    this.timeline = new Timeline(this.book, this.truth, { seed, mischief: mood.mischief, elapsed: this.elapsed });
    const secrets = new Map(this.settings.departments.map(({ id, secret }) => [id, secret]));
    this.line = new DepartmentLine({ hubUrl: () => this.hub?.url, secretOf: (id) => secrets.get(id), now });
    this.work = new DepartmentWork(this.line, this.truth, { seed, pace, now });
    this.errands = new Errands(this.line, { seed, pace });
    this.again = new ComesAgain(this.book, this.truth, { seed, pace, now, ids: new ExternalIds(options.salt + OTHER_SALT) });
    const listener = new DepartmentOffices(this.work, this.errands, (matterId) => this.again.closed(matterId));
    this.door = new WebhookDoor({ departments: this.settings.departments, listener, ...mood });
    const duties = operatorDuties(this.settings, { seed, pace });
    this.operator = new Operator(new HubDesk(() => this.hub), duties, this.truth, { seed, pace, now });
    const categoryCode = (system: string, internal: string) => this.settings.codes.get(system)?.get(internal) ?? '';
    this.context = { now, ...mood, categoryCode, secrets: readPlatformSecrets(configDir, environment) };
    this.journal = stateFile ? new Journal(stateFile) : undefined;
    this.before = options.mode === 'continuous' ? this.journal?.load() : undefined;
  }

  /** Opens the city; the address it listens at. */
  async open(): Promise<string> {
    this.remember();
    for (const mount of [mountHotline, mountPortal, mountUrban, mountGrid, mountEjiaRest])
      mount(this.app, this.book, this.context);
    this.door.mount(this.app);
    mountControls(this.app, {
      truth: {
        record: (name) => this.truth.record(name),
        majority: (names) => this.truth.majority(names),
        records: () => this.book.all(),
      },
      summary: () => this.summary(),
      changeMischief: (wish) => (this.mischief = changeMischief(this.mischief, wish)),
      useHub: (hub) => this.useHub(hub),
    });
    await this.app.listen({ port: this.options.port, host: this.options.host });
    this.live();
    return `http://${this.options.host}:${(this.app.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    clearInterval(this.saving);
    this.story?.stop();
    this.timeline.stop();
    this.stopCitizens?.();
    this.journal?.saveNow(this.state());
    this.again.stop();
    this.work.stop();
    this.errands.stop();
    await Promise.all([...this.rounds, ...(this.pusher ? [this.pusher] : [])].map((round) => round.stop()));
    await this.app.close();
  }

  private readonly elapsed = (): number => Date.now() - this.start.getTime();

  private remember(): void {
    if (!this.before) return;
    for (const record of this.before.records) this.book.restore(record);
    for (const truth of this.before.matters) this.truth.add(truth);
    this.door.restore(this.before.webhookIds);
    this.work.restore(this.before.work);
    this.errands.restore(this.before.errands ?? []);
  }

  private live(): void {
    const { seed, pace, dropDir, hubUrl, adminName, adminPassword } = this.options;
    this.stopCitizens = startCitizens(this.book, { seed, pace, now: this.context.now });
    const { book, truth, timeline, start, elapsed } = this;
    this.story = tellStory(this.options, this.settings, { book, truth, timeline, start, elapsed }, this.before);
    this.timeline.start();
    this.rounds.push(startEjiaDrop(this.book, this.context, { dropDir }), startOperator(this.operator));
    if (hubUrl) this.useHub({ url: hubUrl, adminName, adminPassword });
    if (this.journal) this.saving = setInterval(() => void this.journal?.save(this.state()), SAVE_EVERY_MS);
  }

  private useHub(hub: HubAddress): void {
    this.hub = hub;
    const former = this.pusher;
    this.pusher = startGridPusher(this.book, this.context, { hubUrl: hub.url });
    void former?.stop();
  }

  private summary(): Record<string, unknown> {
    const { book, truth, timeline, door, work, line, errands, operator, again } = this;
    return summarise({ book, truth, timeline, door, work, line, errands, operator, again });
  }

  private state(): CityState {
    return {
      records: this.book.all(),
      matters: this.truth.all(),
      work: this.work.snapshot(),
      errands: this.errands.snapshot(),
      webhookIds: this.door.snapshot(),
      idsGiven: this.story?.idsGiven() ?? 0,
      openings: (this.before?.openings ?? 0) + 1,
    };
  }
}
