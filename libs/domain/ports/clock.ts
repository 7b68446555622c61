/** The time, as a port, so that a test can own it. */
export abstract class Clock {
  /** The instant now. */
  abstract now(): Date;
}
