/** Digits of a telephone number without the country code, or `undefined` when nobody could be told apart by it. */
export function normalisePhone(phone: string): string | undefined {
  const text = phone.normalize('NFKC').trim();
  // A number that a platform already masked is the same for thousands of people.
  if (/[*x]/i.test(text)) return undefined;
  const countryCode = text.startsWith('+') ? /^86/ : /^(0086|86(?=1\d{10}$))/;
  const digits = text.replace(/\D/g, '').replace(countryCode, '');
  const tellsApart = digits.length >= 7 && !/^(\d)\1*$/.test(digits);
  return tellsApart ? digits : undefined;
}
