/** UnionPay's numbers, and the 16 digits of the foreign ones. */
const ISSUED = /^(62\d{14,17}|(4|5[1-5])\d{14,15})$/;

/** Whether this is the number of a bank card: an issuer's first digits, and Luhn's check digit. */
export function isBankCard(digits: string): boolean {
  if (!ISSUED.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const counted = at % 2 === 1 ? digit * 2 : digit;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}
