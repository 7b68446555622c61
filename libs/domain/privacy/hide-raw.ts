import { hideIdentities } from './hide-identities.js';
import { maskName } from './mask.js';
import { SURNAME } from './surnames.js';

/** A value that is nothing but a name: between quotes, tags, commas or tabs. */
const ALONE = new RegExp(`(?<=["'>,，|\\t\\n;]\\s*)${SURNAME}\\p{Script=Han}{1,2}(?=\\s*["'<,，|\\t\\n;])`, 'gu');

/** A raw record in which nobody knows the fields: whatever may be a name is masked as well. */
export const hideRaw = (text: string): string => hideIdentities(text.replace(ALONE, maskName));
