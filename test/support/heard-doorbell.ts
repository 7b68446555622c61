import type { Ring } from '#domain/ports/doorbell.js';
import { Doorbell } from '#domain/ports/doorbell.js';

/** Keeps what was rung for. */
export class HeardDoorbell extends Doorbell {
  readonly rings: Ring[] = [];
  override async ring(rings: readonly Ring[]): Promise<void> {
    this.rings.push(...rings);
  }
  override async answers(): Promise<boolean> {
    return true;
  }
}
