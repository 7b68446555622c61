/** First parts of the addresses that the console's router knows (apps/console/src/router.ts); each is the same page to the server. */
export const CONSOLE_PAGES = [
  'desk',
  'cases',
  'suggestions',
  'quarantine',
  'deliveries',
  'platforms',
  'ledger',
  'sign-in',
] as const;
