import type { RouteCandidate, RouteSubject } from './route.js';

/** A router that learnt from past cases; asked only where no hard rule decides. */
export interface LearnedRouter {
  /** Confidence from which its first candidate decides. */
  readonly threshold: number;
  /** Departments with their confidence, most likely first. */
  predict(subject: RouteSubject): readonly RouteCandidate[];
}
