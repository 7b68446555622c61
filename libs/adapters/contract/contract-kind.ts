import type { FastifyInstance } from 'fastify';
import type { CityContext } from '#apps/city/platforms/city-context.js';
import type { CityAnswer, CityPlatform, CityRecord } from '#apps/city/world/city-record.js';
import type { PushRequest } from '#domain/ports/platform-adapter.js';
import type { UpdateBoard } from '#domain/ports/published-updates.js';
import type { CaseName } from './case-names.js';
import type { ShelfBook } from './shelf-book.js';
import type { Wire } from './wire/wire.js';

/*
 * How a kind of adapter joins the contract
 *
 * 1. List it in ADAPTERS (libs/adapters/adapters.ts). The contract then fails with one clear line until step 2 is done.
 * 2. Make libs/adapters/contract/kinds/<kind>.ts, which exports `kind: ContractKind`. Start from the neighbour most like it:
 *    hotline.ts (JSON, page numbers), portal.ts (JSON, opaque cursor), urban-soap.ts (XML), grid-push.ts (pushes to us),
 *    file-drop.ts (files).
 * 3. Run it: npm test -- libs/adapters/contract -t 'adapter of kind <kind>'
 *
 * Which groups of cases run follows from the adapter itself: `pull` → pulling, `receive` → receiving, `pushUpdate` →
 * writing, transport 'http' → http, transport 'files' → files. A single case that the kind cannot have is named in `skips`
 * with the reason, in a sentence: the report and docs/adapters.md print it. Secrets of the simulated city are made up here:
 * `context.secrets.anything` is 'sesame-anything', and no error may ever contain 'sesame'.
 */

export type Settings = Readonly<Record<string, unknown>>;

/** What a simulated platform stands on: a server of its own, an empty folder of its own, and the records of the case. */
export interface Ground {
  /** Not listening yet: mount routes on it. Its address is given to `settings`. */
  readonly app: FastifyInstance;
  readonly folder: string;
  readonly book: ShelfBook;
  readonly context: CityContext;
}

/** A simulated platform that is open. */
export interface OpenedPlatform {
  /** Settings that let the hub in; `base` is the address of the server without a path. */
  settings(base: string): Settings;
  /** What the platform does by itself between two requests: write files, take answers, move a clock. */
  turn?(): Promise<void>;
  /** Paths of files the hub has not read yet, for kinds that read files; the contract spoils their bytes. */
  files?(): Promise<readonly string[]>;
  /** Pushes what is new to a hub (`/inbound/anything` below the address) until it is told to stop; returns how many were taken. */
  pusher?(hubUrl: string): { push(): Promise<number> };
  /** Where answers are put up, for a kind whose platform comes and fetches them. */
  readonly board?: UpdateBoard;
  /** Raw bytes of every record by external id, for a kind that neither pulls nor receives. */
  raw?(): Promise<ReadonlyMap<string, Uint8Array>>;
}

/** Names of fields of one record as it travels; `a.b` is a field of an object. What a kind does not have stays out. */
export interface FieldNames {
  readonly id: string;
  readonly text: string;
  readonly reportedAt: string;
  readonly changedAt: string;
  readonly longitude?: string;
  readonly latitude?: string;
}

/** How a kind that is pushed to is spoken to. */
export interface Pushing {
  /** A request as the platform sends it, with this time and secret. */
  sign(body: string | Uint8Array, at: Date, secret?: string): PushRequest;
  /** A body with these events. */
  batch(events: readonly unknown[]): string;
  /** Requests that are not the platform's, by what is wrong with them; beside a wrong secret and a changed body. */
  readonly strangers: Readonly<Record<string, (request: PushRequest) => PushRequest>>;
}

/** Everything the contract must know of one kind. */
export interface ContractKind {
  /** Platform of the city whose records these are. */
  readonly platform: CityPlatform;
  readonly transport: 'http' | 'files' | 'none';
  /** How records lie in an answer, a file or a pushed body. */
  readonly wire: Wire;
  readonly fields: FieldNames;
  /** A time as the platform writes it. */
  readonly time: (at: Date) => unknown;
  /** What the platform calls the category E0113 (路面坏损). */
  readonly category: string;
  open(ground: Ground): OpenedPlatform | Promise<OpenedPlatform>;
  /** Settings for pages of this size; without it `pageSize`. */
  readonly pages?: (size: number) => Settings;
  /** The smallest page the settings allow; without it 4. */
  readonly smallestPage?: number;
  /** The hub's id of a record; without it the city's own. */
  readonly idOf?: (record: CityRecord) => string;
  /** What the platform keeps of an answer otherwise than we wrote it. */
  readonly answerKept?: Partial<CityAnswer>;
  readonly pushing?: Pushing;
  /** Cases this kind cannot have, and why, in a sentence. */
  readonly skips: Readonly<Partial<Record<CaseName, string>>>;
}
