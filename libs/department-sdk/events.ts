import { listOf, number, object, optional, recordOf, text, word, type Shape, type Shaped } from './fields.js';

const because = { because: text };

const place = object({
  address: optional(text),
  /** Degrees, WGS-84. */
  longitude: optional(number),
  latitude: optional(number),
  gridCode: optional(text),
  street: optional(text),
  community: optional(text),
  componentCode: optional(text),
});

/** Whom you may call; only where the hub's operator has set `contact` for you or for the category. */
const contact = optional(object({ name: optional(text), phone: optional(text) }));

const reports = listOf(object({ platform: text, externalId: text, text }));

/** Every type of webhook about a case with what it carries in `data`, beside the case's number and version. Times are ISO 8601. */
const CARRIED = {
  'case.dispatched': {
    category: object({ code: text, name: text }),
    title: text,
    description: text,
    place,
    urgency: word('emergency', 'urgent', 'normal', 'complex'),
    /** By clock, e.g. `sign` and `resolve`. */
    dueAt: recordOf(text),
    reports,
    role: word('lead', 'co-handler'),
    ...because,
    contact,
  },
  'case.recalled': because,
  'case.reworked': { ...because, contact },
  'case.closed': because,
  /** `into` is the number of the case to go on with. */
  'case.merged': { into: text, ...because },
  'case.report_attached': { reports },
  'case.report_detached': { title: text, reports },
  'case.due_soon': { clock: text, dueAt: text },
  /** Without a clock it is the whole case that is late. */
  'case.supervised': { level: word('urged', 'supervised', 'led'), clock: optional(text), ...because },
  'case.extended': { until: text, reason: text, ...because },
  'case.suspended': { until: text, ...because },
  'case.resumed': because,
  'case.request_refused': { kind: word('extension', 'suspension'), department: text, reason: text, until: text, ...because },
  'case.claimed': { partner: text, dueAt: text, ...because },
  'whistle.blown': { whistle: number, kind: word('daily', 'tough', 'emergency'), street: text, title: text, place, ...because },
  'meeting.decided': { meeting: number, decision: text },
  'commitment.made': { id: number, meeting: optional(number), department: text, what: text, dueAt: text },
} as const satisfies Readonly<Record<string, Shape>>;

/** Webhooks about no case: an operator tries whether the endpoint is there. A thin one is told nothing more. */
const BESIDE = { 'endpoint.test': { department: optional(text) } } as const satisfies Readonly<Record<string, Shape>>;

type Carried = typeof CARRIED;
type Beside = typeof BESIDE;
export type EventType = keyof Carried | keyof Beside;

/** What every message about a case says of it. `version` counts the case's events. */
const CASE = { caseNumber: text, version: number };

/** What a webhook carries in `data`. */
export type EventData<Type extends EventType> = Type extends keyof Carried
  ? Shaped<typeof CASE> & Shaped<Carried[Type]>
  : Type extends keyof Beside
    ? Shaped<Beside[Type]>
    : never;

export type CaseData = Shaped<typeof CASE>;

/** A webhook of a type this release knows, told apart by `type`. */
export type HubEvent = {
  readonly [Type in EventType]: {
    readonly type: Type;
    /** When it happened, ISO 8601. */
    readonly timestamp: string;
    readonly data: EventData<Type>;
  };
}[EventType];

/** Every type of webhook this release knows. */
export const EVENT_TYPES = [...Object.keys(CARRIED), ...Object.keys(BESIDE)] as readonly EventType[];

export const isEventType = (type: string): type is EventType => Object.hasOwn(CARRIED, type) || isBeside(type);

const isBeside = (type: string): type is keyof Beside => Object.hasOwn(BESIDE, type);

/** How the data of a type is read. */
export const dataOf = (type: EventType) => object<Shape>(isBeside(type) ? BESIDE[type] : { ...CASE, ...CARRIED[type] });

/** Whether the endpoint is a thin one: it is told which case has changed, and nothing about it. */
export const isThin = (type: EventType, data: object): boolean =>
  !isBeside(type) && Object.keys(data).every((name) => Object.hasOwn(CASE, name));

/** How the data of a thin message is read. */
export const thinData = object(CASE);
