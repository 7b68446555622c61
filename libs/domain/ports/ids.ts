/** Makes ids, as a port, so that a test can name them. */
export abstract class IdSource {
  /** A new UUIDv7: ids made later sort later. */
  abstract next<T extends string>(): T;
}
