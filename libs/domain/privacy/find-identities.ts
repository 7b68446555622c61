import { findNames } from './find-names.js';
import { findNumbers } from './find-numbers.js';
import type { FoundIdentity } from './identity.js';

/** A person whom the text's sender has named beside it: the same words are found in the text as well. */
export interface KnownPerson {
  readonly name?: string;
  readonly phone?: string;
}

const MAIL = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** Without one of these there is nothing to find in most texts. */
const WORTH_A_LOOK = /[\d０-９]{3}|@|[叫人名主客东工板]|先生|女士|小姐|老师|阿姨|大爷|大妈|师傅/;
/** Names of nobody. */
const ANONYMOUS = /[*\d]|匿名|市民|网友|群众|居民|业主|游客|先生|女士|小姐|无名|不详|未知|测试|热线|中心|街道|社区|公司|物业|某/;

/** Who can be found by a text: numbers, addresses and names in it, in their order, none over another. */
export function findIdentities(text: string, person: KnownPerson = {}): FoundIdentity[] {
  const known = knownIn(text, person);
  if (known.length === 0 && !WORTH_A_LOOK.test(text)) return [];
  // The same text with full-width digits made narrow: every character stays in its place.
  const narrow = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return inOrder([...known, ...findNumbers(narrow), ...findMails(narrow), ...findNames(narrow)]);
}

const findMails = (text: string): FoundIdentity[] =>
  Array.from(text.matchAll(MAIL), (match) => at('mail', match.index, match[0]));

function knownIn(text: string, { name, phone }: KnownPerson): FoundIdentity[] {
  const wanted: FoundIdentity[] = [];
  const trimmed = name?.trim() ?? '';
  if (Array.from(trimmed).length >= 2 && !ANONYMOUS.test(trimmed)) wanted.push(...everywhere(text, 'name', trimmed));
  const digits = phone?.trim() ?? '';
  if (/^[\d+() -]{7,24}$/.test(digits)) wanted.push(...everywhere(text, 'landline', digits));
  return wanted;
}

function everywhere(text: string, kind: FoundIdentity['kind'], word: string): FoundIdentity[] {
  const found: FoundIdentity[] = [];
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length))
    found.push(at(kind, start, word));
  return found;
}

const at = (kind: FoundIdentity['kind'], start: number, text: string): FoundIdentity => ({
  kind,
  start,
  end: start + text.length,
  text,
});

/** Of two that overlap the one that begins first stays, of two that begin together the longer one. */
function inOrder(found: readonly FoundIdentity[]): FoundIdentity[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: FoundIdentity[] = [];
  for (const one of sorted) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}
