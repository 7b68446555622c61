/** What is saved need not be longer than what it is worth. */
export const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
