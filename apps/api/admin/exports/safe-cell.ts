/** What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text as a spreadsheet shows it and never works it out: one that looks like a formula gets an apostrophe before it. */
export const safeCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
