import type { CitySettings } from '../world/city-settings.js';
import type { Duty } from './duty.js';
import { checkHandedIn } from './duties/check-handed-in.js';
import { decideRequests } from './duties/decide-requests.js';
import { forceClose } from './duties/force-close.js';
import { letPartnerClaim } from './duties/let-partner-claim.js';
import { callMeeting, decideMeeting } from './duties/meeting.js';
import { resumeSuspended } from './duties/resume-suspended.js';
import { sendToDepartment } from './duties/send-to-department.js';
import { settleOnTheSpot } from './duties/settle-on-the-spot.js';
import { supervise } from './duties/supervise.js';
import { visitLookBack } from './duties/visit-look-back.js';
import { blowWhistle, scoreWhistle } from './duties/whistle.js';

/** Everything the operators do, in the order in which they think of it: of several things to do with a case the first comes first. */
export function operatorDuties(
  { departments, partners }: Pick<CitySettings, 'departments' | 'partners'>,
  { seed, pace }: { readonly seed: number; readonly pace: number },
): readonly Duty[] {
  return [
    settleOnTheSpot(seed),
    sendToDepartment(departments),
    decideRequests(),
    resumeSuspended(pace),
    checkHandedIn(),
    scoreWhistle(seed),
    decideMeeting(seed, pace),
    blowWhistle(seed, departments),
    callMeeting(seed, pace),
    letPartnerClaim(seed, partners),
    supervise(seed),
    forceClose(seed),
    visitLookBack(),
  ];
}
