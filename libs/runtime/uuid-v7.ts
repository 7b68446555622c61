import { v7 } from 'uuid';
import { IdSource } from '#domain/ports/ids.js';

/** UUIDv7: new rows land at the end of their index. */
export class UuidV7 extends IdSource {
  next<T extends string>(): T {
    return v7() as T;
  }
}
