import type { DepartmentId } from '../ids.js';
import type { RouteCandidate, RouteSubject } from './route.js';

/** A router that learnt from past cases; asked only where no hard rule decides. */
export interface LearnedRouter {
  /** Confidence from which its first candidate decides; above 1 while it has learned too little to decide anything. */
  readonly threshold: number;
  /** At most three departments that have not returned the case, most likely first, each with the reasons that speak for it. */
  predict(subject: RouteSubject): readonly RouteCandidate[];
}

/** A learned router that goes on learning. */
export interface LearningRouter extends LearnedRouter {
  /** Learns who was right for a case, and first notes for itself what it would have foretold. */
  learn(subject: RouteSubject, department: DepartmentId): void;
}
