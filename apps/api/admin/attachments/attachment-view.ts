import type { Attachment } from '#domain/attachment/attachment.js';
import { hideIdentities } from '#domain/privacy/hide-identities.js';
import type { CityWords } from '../city-words.js';

/** An attachment with the name of who laid it there; what they wrote may name a citizen. */
export const attachmentView = ({ department, name, note, ...attachment }: Attachment, words: CityWords) => ({
  ...attachment,
  name: hideIdentities(name),
  note: note === undefined ? null : hideIdentities(note),
  department: words.department(department),
});
