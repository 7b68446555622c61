import { SUPERVISION_LEVELS, type SupervisionLevel } from '../deadline/stage-policy.js';

/** Of two levels the higher; nobody who is with the leaders goes back to a mere reminder. */
export const higherOf = (one: SupervisionLevel | undefined, other: SupervisionLevel): SupervisionLevel =>
  one !== undefined && SUPERVISION_LEVELS.indexOf(one) > SUPERVISION_LEVELS.indexOf(other) ? one : other;
