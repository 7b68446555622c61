import type { UndertakingAnswer } from '#domain/ports/undertaking-book.js';
import { LIST_LABELS, legalUndertakingCommands, STATE_LABELS } from '#domain/undertaking/undertaking-state.js';
import type { ListKind, UndertakingState } from '#domain/undertaking/undertaking-state.js';
import type { FiledUndertaking } from '#storage/reading/undertaking-file.js';
import type { ListedUndertaking } from '#storage/reading/undertaking-list.js';
import type { CityWords } from '../city-words.js';
import { clockColour } from '../clock-colour.js';
import { hideIdentitiesIn } from '#domain/privacy/hide-identities.js';

/** On which list an undertaking is and where it stands, in words. */
const standing = (list: ListKind, state: UndertakingState) => ({
  list,
  listLabel: LIST_LABELS[list],
  state,
  stateLabel: STATE_LABELS[state],
});

/** An undertaking as a line of a list; the clock of one that has ended is green. */
export function undertakingLine(row: ListedUndertaking, words: CityWords, now: Date) {
  const { list, state, owner, partner, offeredBy, warnAt, dueAt, endedAt } = row;
  return hideIdentitiesIn({
    ...row,
    ...standing(list, state),
    owner: owner && words.department(owner),
    partner: partner && words.partner(partner),
    offeredBy: offeredBy && words.partner(offeredBy),
    clock: endedAt === null ? clockColour(warnAt, dueAt, now) : 'green',
  });
}

/** An undertaking with its whole history and what can be asked of it. */
export const undertakingPage = ({ events, ...row }: FiledUndertaking, words: CityWords, now: Date) => ({
  undertaking: undertakingLine(row, words, now),
  commands: legalUndertakingCommands(row.list, row.state),
  events: hideIdentitiesIn(events),
});

/** What whoever moved an undertaking is told. */
export const undertakingAnswer = ({
  id,
  list,
  state,
  version,
  isRepeat,
}: UndertakingAnswer & { readonly isRepeat: boolean }) => ({
  id,
  version,
  ...standing(list, state),
  commands: legalUndertakingCommands(list, state),
  isRepeat,
});
