import type { Endpoint, EndpointState, EndpointTerms } from '../delivery/endpoint.js';
import type { EndpointHealth } from '../delivery/endpoint-health.js';
import type { AttemptOutcome } from '../delivery/delivery.js';
import type { DeliveryId, DepartmentId } from '../ids.js';

/** An endpoint as the configuration describes it. */
export interface EndpointSeed extends Omit<EndpointTerms, 'shadowUrl' | 'callbackKey'> {
  readonly department: DepartmentId;
  readonly allowPrivate: boolean;
  /** `whsec_…` */
  readonly secret: string;
}

/** What an operator changes; `null` takes a value away. */
export type EndpointChange = {
  readonly [Field in keyof EndpointTerms]?: EndpointTerms[Field] | null;
} & { readonly state?: EndpointState };

/** An endpoint that somebody adds while the hub runs; only the configuration can let one be private. */
export type NewEndpoint = Omit<EndpointSeed, 'allowPrivate'>;

/** Something that happened to an endpoint, for people. */
export interface EndpointNotice {
  readonly department: DepartmentId;
  readonly at: Date;
  readonly what: 'created' | 'changed' | 'enabled' | 'disabled' | 'rotated' | 'tested';
  /** Who did it: an operator's name, or `hub`. */
  readonly by: string;
  readonly detail: string;
}

/** What a shadow answered to its copy of a message. */
export interface ShadowAttempt {
  readonly department: DepartmentId;
  readonly deliveryId: DeliveryId;
  readonly at: Date;
  readonly url: string;
  readonly outcome: AttemptOutcome & { readonly durationMs: number };
}

/** The endpoints of departments, their secrets sealed, and what happened to them. */
export abstract class EndpointBook {
  /**
   * Brings in what the configuration says. An endpoint that was changed here since keeps its changes (`allowPrivate` always
   * follows the configuration); one that was rotated here keeps its secrets; one that is gone from the configuration and was
   * never changed here goes. A secret that replaces a configured one lets the old one live until `oldUntil`.
   */
  abstract seed(seeds: readonly EndpointSeed[], now: Date, oldUntil: Date): Promise<void>;

  abstract all(): Promise<Endpoint[]>;

  /** Adds an endpoint, never a private one; what the configuration says of it later changes it no more. False when there is one. */
  abstract create(endpoint: NewEndpoint, by: string, now: Date): Promise<boolean>;

  /**
   * Changes an endpoint; false when there is none. Enabling forgets the failures and makes what is owed due now, its plan
   * anew, except what is under way.
   */
  abstract change(department: DepartmentId, change: EndpointChange, by: string, now: Date): Promise<boolean>;

  /** Adds a secret and lets those of its kind expire at `oldUntil` at the latest; false when there is no such endpoint. */
  abstract rotate(department: DepartmentId, secret: string, oldUntil: Date, by: string, now: Date): Promise<boolean>;

  /** Disables an enabled endpoint on the hub's own account; false when it was disabled before. */
  abstract disable(department: DepartmentId, reason: string, now: Date): Promise<boolean>;

  abstract noteHealth(department: DepartmentId, health: EndpointHealth): Promise<void>;

  abstract note(notice: EndpointNotice): Promise<void>;

  /** Keeps a shadow's answer for a week. */
  abstract noteShadow(attempt: ShadowAttempt): Promise<void>;
}
