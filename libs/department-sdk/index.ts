export { EVENT_TYPES, type CaseData, type EventData, type EventType, type HubEvent } from './events.js';
export type { CaseOfDepartment } from './case-of-department.js';
export { HubClient, type Asked, type CommandAnswer, type CommandOptions, type Promised } from './hub-client.js';
export type { PulledEvent, PullOptions } from './pull-events.js';
export { HubRefusal, HubUnavailable, type Problem } from './hub-problem.js';
export { Once } from './once.js';
export { MalformedEvent, parseEvent, type ThinEvent, type UnknownEvent } from './parse-event.js';
export { MemorySeenIds, type SeenIds } from './seen-ids.js';
export type { HubClientOptions } from './hub-requests.js';
export {
  REFUSALS,
  verifyWebhook,
  type Refusal,
  type Verdict,
  type VerifyOptions,
  type WebhookHeaders,
} from './verify-webhook.js';
