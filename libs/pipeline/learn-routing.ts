import type { RoutingBook } from '#domain/ports/routing-book.js';
import { OnlineRouter } from '#domain/routing/learned/online-router.js';
import type { RouterSettings } from '#domain/routing/learned/router-settings.js';
import type { City } from './city.js';

/** Share of the cases the router dispatches by itself that must be right. */
const WANTED = 0.92;
/** Learned on when so many cases more were confirmed, or a twentieth of those it knows, but no more than the last. */
const AT_LEAST = 20;
const SHARE = 0.05;
const AT_MOST = 500;

/** Who handles what is learned from the cases that operators and departments confirmed. */
export class LearnRouting {
  private version = 0;
  private mark: string | undefined;
  private router: OnlineRouter;
  private readonly settings: RouterSettings;

  constructor(
    private readonly book: RoutingBook,
    private readonly city: City,
  ) {
    this.settings = settingsOf(city);
    this.router = new OnlineRouter(this.settings);
  }

  /** Takes over what any process has learned since; cheap when there is nothing new. */
  async refresh(): Promise<void> {
    const learned = await this.book.newerThan(this.version);
    if (learned === undefined) return;
    this.version = learned.version;
    this.mark = learned.mark;
    this.router = OnlineRouter.restore(learned.router, this.settings);
    this.city.routeBy(this.router);
  }

  /** Learns on once enough cases were confirmed. */
  async learnWhenDue(): Promise<void> {
    await this.refresh();
    const enough = Math.min(AT_MOST, Math.max(AT_LEAST, Math.round(SHARE * this.router.taught)));
    for (;;) {
      const confirmed = await this.book.confirmedAfter(this.mark, AT_MOST);
      if (confirmed.length < enough) return;
      // a copy learns, so that what cannot be kept was not learned
      const router = OnlineRouter.restore(this.router.save(), this.settings);
      for (const { subject, department } of confirmed) router.learn(subject, department);
      const mark = confirmed[confirmed.length - 1].mark;
      await this.book.keep(this.version, router.save(), mark);
      await this.refresh();
    }
  }
}

function settingsOf({ reference }: City): RouterSettings {
  const departments = [...reference.departments.values()];
  return {
    wanted: WANTED,
    aliases: new Map(departments.flatMap(({ id, aliases }) => aliases.map((alias) => [alias, id] as const))),
    nameOf: (id) => reference.departments.get(id as never)?.name,
    exists: (id) => reference.departments.has(id as never),
  };
}
