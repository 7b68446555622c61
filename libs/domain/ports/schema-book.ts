import type { FieldType } from '../drift/field-shape.js';
import type { Drift, KnownField, NoticedField } from '../drift/notice-drift.js';
import type { PlatformId } from '../ids.js';

/** A drift that was written down: which field, what it looks like now, and since when. */
export interface NotedDrift extends Drift {
  readonly platform: PlatformId;
  readonly path: string;
  readonly type: FieldType;
  /** Masked: its look, not its content. */
  readonly example: string;
  readonly since: Date;
  readonly lastSeen: Date;
}

/** What the raw records of each platform look like. */
export abstract class SchemaBook {
  abstract known(platform: PlatformId): Promise<KnownField[]>;

  /** Writes a sample down; answers the drifts that nobody had written down before, so that each is told once. */
  abstract note(platform: PlatformId, fields: readonly NoticedField[], at: Date): Promise<NotedDrift[]>;

  /** Drifts that no operator has acknowledged. */
  abstract open(): Promise<NotedDrift[]>;

  /** An operator has seen a field's drift; false when there is none open. */
  abstract acknowledge(platform: PlatformId, path: string, by: string, at: Date): Promise<boolean>;
}
