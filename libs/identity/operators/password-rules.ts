import { COMMON_PASSWORDS } from './common-passwords.js';

const SHORTEST = 12;
const LONGEST = 128;

/**
 * What speaks against a password, for the person who chose it; undefined when nothing does. Length and what everybody tries
 * first, no rules of composition (NIST SP 800-63B, 3.1.1.2).
 */
export function faultOfPassword(password: string, name: string): string | undefined {
  const typed = password.normalize('NFKC');
  const length = Array.from(typed).length;
  if (length < SHORTEST) return `密码至少要有 ${SHORTEST} 个字符`;
  if (length > LONGEST) return `密码最多 ${LONGEST} 个字符`;
  const plain = typed.toLowerCase();
  if (name.length >= 3 && plain.includes(name.normalize('NFKC').toLowerCase())) return '密码不能包含账号名';
  if (new Set(plain).size < 5) return '密码用的字符太少';
  if (isCommon(plain)) return '密码太常见，容易被猜到';
  return undefined;
}

/** What is left of a common password lengthened by itself, by a run of keys, or by a year, is not enough to guard anything. */
function isCommon(plain: string): boolean {
  const bare = plain.replace(/(?:19|20)\d\d/g, '');
  const letters = bare.replace(/[@4]/g, 'a').replace(/0/g, 'o').replace(/1/g, 'i').replace(/[5$]/g, 's').replace(/3/g, 'e');
  return [bare, letters].some((text) => withoutCommon(text).length < 6);
}

const LONGEST_FIRST = [...COMMON_PASSWORDS].sort((a, b) => b.length - a.length);

const withoutCommon = (text: string): string =>
  LONGEST_FIRST.reduce((rest, common) => rest.replaceAll(common, ''), text).replace(/[^\p{L}\p{N}]/gu, '');
