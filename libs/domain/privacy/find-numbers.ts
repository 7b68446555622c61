import { isBankCard } from './bank-card.js';
import { isIdCard } from './id-card.js';
import type { FoundIdentity, IdentityKind } from './identity.js';

const NUMBER = new RegExp(
  [
    String.raw`(?<!\d)(?<!\d\.)`,
    '(?:',
    String.raw`(?<long>\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx]|\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?|\d{15})`,
    String.raw`|(?<mobile>(?:(?:\+|00)?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}|(?:(?:\+|00)?86[ -]?)?1[3-9]\d{2}[ -]\d{3}[ -]\d{4})`,
    String.raw`|(?<landline>\(?0(?:10|2\d|[3-9]\d{2})\)?[ -]?[2-8]\d{2,3}[ -]?\d{4}(?:[ -转]{1,2}\d{1,5})?)`,
    String.raw`|(?<local>[2-8]\d{3}[ -]?\d{3,4})`,
    ')',
    String.raw`(?!\d|\.\d)`,
  ].join(''),
  'g',
);

/** What stands before a number that is nobody's own: a case's, an order's, an account of a utility. */
const IS_RECORD = /(?:单|编|件|流水|受理|票|户|批|合同|运单|快递|部件|资产|表|案|文)号[码]?\s*(?:[是为:：(（]\s*)?$/;
/** A number that an office publishes. */
const IS_PUBLIC = new RegExp(
  [
    '(?:热线|总机|前台|客服|值班|监督|投诉|举报|服务|咨询|办公|报修|抢修|报警|急救|窗口|大厅|物业|局|所|中心|公司|街道|街道办|居委会|社区|学校|医院|站)',
    String.raw`(?:部|处|室|台)?(?:的)?(?:联系)?(?:电话|号码|专线)?\s*(?:[是为:：(（]\s*)?$`,
  ].join(''),
);
const IS_CALLED = /(?:电话|座机|固话|手机|致电|拨打|来电|回电|号码|联系(?:方式|我)?|tel|phone)\s*(?:[是为:：(（]\s*)?$/i;
const IS_CARD = /(?:身份证|证件)(?:号码|号)?\s*(?:[是为:：(（]\s*)?$/;
/** Letters stick to the numbers of orders, and to `tel` and the like. */
const LETTER = /[A-Za-z_]$/;
const TEL = /(?:tel|phone|mobile|wx|vx|qq)$/i;
/** An id of ours; its digits may well look like somebody's number. */
const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;
const UUID_LENGTH = 36;
/** As far as anything before a number says what it is. */
const BEFORE = 14;

/** Telephone numbers, identity cards and bank cards in a text; numbers of orders, amounts and hotlines are left alone. */
export function findNumbers(text: string): FoundIdentity[] {
  const found: FoundIdentity[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const before = text.slice(Math.max(0, match.index - BEFORE), match.index);
    const kind = isRecord(before) ? undefined : kindOf(match.groups ?? {}, before);
    if (kind && !isInUuid(text, match.index))
      found.push({ kind, start: match.index, end: match.index + match[0].length, text: match[0] });
  }
  return found;
}

function isInUuid(text: string, at: number): boolean {
  const from = Math.max(0, at - UUID_LENGTH);
  const around = text.slice(from, at + UUID_LENGTH);
  return Array.from(around.matchAll(UUID)).some(({ index }) => from + index <= at && at < from + index + UUID_LENGTH);
}

const isRecord = (before: string): boolean =>
  (LETTER.test(before) && !TEL.test(before)) || (IS_RECORD.test(before) && !IS_CARD.test(before));

function kindOf({ long, mobile, landline, local }: Partial<Record<string, string>>, before: string): IdentityKind | undefined {
  if (long !== undefined) return kindOfLong(long.replace(/[ -]/g, ''), before);
  if (mobile !== undefined) return 'mobile';
  if (IS_PUBLIC.test(before)) return undefined;
  if (landline !== undefined) return 'landline';
  return local !== undefined && IS_CALLED.test(before) ? 'landline' : undefined;
}

/** A card that somebody mistyped is still somebody's, where the text says that it is a card. */
function kindOfLong(digits: string, before: string): IdentityKind | undefined {
  if (isIdCard(digits) || IS_CARD.test(before)) return 'id-card';
  return isBankCard(digits) ? 'bank-card' : undefined;
}
