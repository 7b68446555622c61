import type { DataSource } from 'typeorm';
import type { Actor } from '#domain/case/case.js';
import type { UndertakingId } from '#domain/ids.js';
import type { UndertakingEventType } from '#domain/undertaking/undertaking.js';
import { ask } from './ask.js';
import type { ListedUndertaking } from './undertaking-list.js';
import { UNDERTAKING_COLUMNS } from './undertaking-list.js';

/** One line of an undertaking's history. */
interface FiledUndertakingEvent {
  readonly seq: number;
  readonly type: UndertakingEventType;
  readonly at: Date;
  readonly actor: Actor;
  readonly data: Readonly<Record<string, unknown>>;
}

/** An undertaking with its whole history, the oldest first. */
export interface FiledUndertaking extends ListedUndertaking {
  readonly events: readonly FiledUndertakingEvent[];
}

/** One undertaking and all that happened to it. */
export class UndertakingFile {
  constructor(private readonly source: DataSource) {}

  async open(id: UndertakingId): Promise<FiledUndertaking | undefined> {
    const [row] = await ask<ListedUndertaking>(this.source, `select ${UNDERTAKING_COLUMNS} from undertakings u where u.id = $1`, [
      id,
    ]);
    if (!row) return undefined;
    const events = await ask<FiledUndertakingEvent>(
      this.source,
      'select seq, type, at, actor, data from undertaking_events where undertaking_id = $1 and seq <= $2 order by seq',
      [id, row.version],
    );
    return { ...row, events };
  }
}
