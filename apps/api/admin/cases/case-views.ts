import type { Case } from '#domain/case/case.js';
import type { CaseStatus, Step } from '#domain/case/case-status.js';
import { STATUS_FACTS } from '#domain/case/case-status.js';
import type { Route } from '#domain/routing/route.js';
import type { FiledCase } from '#storage/reading/case-file.js';
import type { FiledDelivery, FiledReport } from '#storage/reading/case-file-parts.js';
import type { ListedCase } from '#storage/reading/case-list.js';
import { attachmentView } from '../attachments/attachment-view.js';
import type { CityWords } from '../city-words.js';
import { clockColour } from '../clock-colour.js';
import { hideIdentities, hideIdentitiesIn } from '#domain/privacy/hide-identities.js';
import type { Standing } from '#identity/access/roles.js';
import { commandsFor } from './commands-for.js';

/** Where a case stands, in words. */
export const standing = (status: CaseStatus): { status: CaseStatus; step: Step; statusLabel: string } => ({
  status,
  step: STATUS_FACTS[status].step,
  statusLabel: STATUS_FACTS[status].label,
});

const candidatesOf = (route: Route, words: CityWords) =>
  route.candidates.map(({ department, confidence }) => ({ department, name: words.department(department).name, confidence }));

/** A case as a line of a list. */
export function caseLine(row: ListedCase, words: CityWords, now: Date) {
  return {
    number: row.number,
    version: row.version,
    ...standing(row.status),
    title: hideIdentities(row.title),
    category: words.category(row.category),
    urgency: row.urgency,
    place: row.place,
    lead: row.lead && words.department(row.lead),
    openedAt: row.openedAt,
    dueAt: row.dueAt,
    clock: clockColour(row.warnAt, row.dueAt, now),
    supervision: row.supervision,
    reportCount: row.reports.length,
    candidates: candidatesOf(row.route, words),
    because: row.route.because,
    reports: row.reports,
  };
}

/** A case with everything that is written down about it. */
export function casePage(file: FiledCase, words: CityWords, now: Date, reader: Standing) {
  return {
    case: caseFacts(file, words, now),
    commands: commandsFor(file.case, reader),
    route: {
      ...file.route,
      candidates: candidatesOf(file.route, words),
      routedTo: file.routedTo && words.department(file.routedTo),
    },
    reports: file.reports.map((report) => reportView(report, words)),
    events: hideIdentitiesIn(file.events),
    clocks: file.clocks.map((clock) => ({
      ...clock,
      colour: clock.metAt ? (clock.metAt <= clock.dueAt ? 'green' : 'red') : clockColour(clock.warnAt, clock.dueAt, now),
    })),
    deliveries: file.deliveries.map((delivery) => deliveryView(delivery, words)),
    suggestions: hideIdentitiesIn(file.suggestions),
    attachments: file.attachments.map((attachment) => attachmentView(attachment, words)),
  };
}

function caseFacts({ case: value, clocks, revisitDueAt, recurrenceOf, mergedInto }: FiledCase, words: CityWords, now: Date) {
  const { id: _id, lead, coHandlers, returnedBy, answer, category, ...facts }: Case = value;
  const open = value.closedAt ? [] : clocks.filter(({ metAt, pausedAt }) => metAt === null && pausedAt === null);
  const earliest = (dates: Date[]): Date | null => (dates.length === 0 ? null : new Date(Math.min(...dates.map(Number))));
  const dueAt = earliest(open.map((clock) => clock.dueAt));
  return {
    ...facts,
    ...standing(value.status),
    title: hideIdentities(value.title),
    category: words.category(category),
    lead: lead ? words.department(lead) : null,
    coHandlers: coHandlers.map((department) => words.department(department)),
    returnedBy: returnedBy.map((department) => words.department(department)),
    proceedings: hideIdentitiesIn(value.proceedings),
    answer: answer ? { ...answer, text: hideIdentities(answer.text), department: words.department(answer.department) } : null,
    recurrenceOf,
    mergedInto,
    revisitDueAt,
    dueAt,
    clock: clockColour(earliest(open.map(({ warnAt }) => warnAt)), dueAt, now),
  };
}

const reportView = ({ title, body, platform, ...report }: FiledReport, words: CityWords) => ({
  ...report,
  title: hideIdentities(title),
  body: hideIdentities(body),
  platform: words.platform(platform),
});

/** A delivery with the name of its other side. */
export const deliveryView = <D extends FiledDelivery>({ target, ...delivery }: D, words: CityWords) => ({
  ...delivery,
  target: words.target(delivery.channel, target),
});
