/** The other cases that a request's body names: to merge with, to move a report to, to write a list's entry for, or several at once. */
export function namedCases(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  const { from, to, caseNumber, numbers } = body as Readonly<Record<string, unknown>>;
  const several: readonly unknown[] = Array.isArray(numbers) ? numbers : [];
  return [from, to, caseNumber, ...several].filter((name) => typeof name === 'string');
}
