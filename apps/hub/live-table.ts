import { cursorTo, clearScreenDown, moveCursor } from 'node:readline';
import Table from 'cli-table3';
import { STATUSES, STATUS_FACTS } from '#domain/case/case-status.js';
import type { LedgerFacts } from '#domain/ledger/ledger.js';
import { LedgerBook } from '#domain/ports/ledger-book.js';
import type { RunningHub } from './start-hub.js';

const EVERY_MS = 1_000;
/** A log file wants a line now and then, not a picture a second. */
const PLAIN_EVERY_MS = 5_000;

/** Shows on the terminal what flows, until it is asked to stop. */
export class LiveTable {
  private linesShown = 0;

  constructor(
    private readonly hub: RunningHub,
    private readonly signIn: { readonly name: string; readonly password?: string },
  ) {}

  async showUntil(stopped: Promise<void>): Promise<void> {
    this.greet();
    const book = this.hub.app.get(LedgerBook, { strict: false });
    const every = process.stdout.isTTY ? EVERY_MS : PLAIN_EVERY_MS;
    let timer: NodeJS.Timeout | undefined;
    const tick = (): Promise<boolean> => new Promise((resolve) => (timer = setTimeout(() => resolve(true), every)));
    const end = stopped.then(() => false);
    do {
      await book.figures().then(
        (facts) => this.show(facts),
        (error: Error) => this.say(`the database does not answer: ${error.message}`),
      );
    } while (await Promise.race([tick(), end]));
    clearTimeout(timer);
    process.stdout.write('\nending: work in hand is finished, the rest waits in the database\n');
  }

  private greet(): void {
    const { name, password } = this.signIn;
    const word = password === undefined ? 'the password you were shown at the first start' : password;
    process.stdout.write(`\nHuiliu 汇流 runs.\n  console  ${this.hub.url}\n  sign in  ${name} / ${word}\n  stop     Ctrl-C\n\n`);
  }

  private show(facts: Omit<LedgerFacts, 'broken'>): void {
    if (process.stdout.isTTY) this.draw(`${platformTable(facts)}\n${caseLine(facts)}\n`);
    else this.say(caseLine(facts));
  }

  private say(line: string): void {
    process.stdout.write(`${line}\n`);
  }

  private draw(picture: string): void {
    if (this.linesShown > 0) {
      moveCursor(process.stdout, 0, -this.linesShown);
      cursorTo(process.stdout, 0);
      clearScreenDown(process.stdout);
    }
    process.stdout.write(picture);
    this.linesShown = picture.split('\n').length - 1;
  }
}

function platformTable({ days }: Omit<LedgerFacts, 'broken'>): string {
  const table = new Table({
    head: ['platform', 'pulled', 'opened', 'attached', 'updated', 'unchanged', 'withdrawn', 'quarantined', 'waiting'],
  });
  const platforms = [...new Set(days.map(({ platform }) => platform))];
  for (const platform of platforms) {
    const of = days.filter((day) => day.platform === platform);
    const total = (field: keyof (typeof days)[number]): string => String(of.reduce((sum, day) => sum + Number(day[field]), 0));
    table.push([
      platform,
      total('pulled'),
      total('opened'),
      total('attached'),
      total('updated'),
      total('unchanged'),
      total('withdrawn'),
      total('quarantined'),
      total('waiting'),
    ]);
  }
  return table.toString();
}

function caseLine({ casesByStatus, deliveries, writeBacks }: Omit<LedgerFacts, 'broken'>): string {
  const cases = STATUSES.filter((status) => casesByStatus[status]).map(
    (status) => `${STATUS_FACTS[status].label} ${casesByStatus[status]}`,
  );
  const tally = ({ owed, confirmed, parked }: LedgerFacts['deliveries']) =>
    `${confirmed}/${owed}${parked ? ` (${parked} parked)` : ''}`;
  return `cases: ${cases.join(' · ') || 'none yet'}\nwebhooks ${tally(deliveries)} · answers ${tally(writeBacks)}`;
}
