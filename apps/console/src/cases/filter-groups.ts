/** The filters of the case list as the drawer groups them; test/docs holds them to the API's own. */
export const FILTER_GROUPS = {
  matter: [
    ...['q', 'platform', 'channel', 'nature', 'class', 'category', 'urgency', 'reporter'],
    ...['reportsAtLeast', 'reportersAtLeast', 'recurrence', 'merged', 'suggested', 'hot', 'attached'],
  ],
  place: ['street', 'grid', 'place', 'hasPlace'],
  handling: [
    ...['status', 'step', 'open', 'department', 'lead', 'coHandler', 'involves', 'rule', 'mode', 'needs'],
    ...['heldByOperator', 'returnedAtLeast', 'returnedBy', 'roundsAtLeast', 'settled'],
  ],
  time: [
    ...['clock', 'overdue', 'dueFrom', 'dueBefore', 'supervision', 'extended', 'suspended', 'openedFrom', 'openedBefore'],
    ...['handledFrom', 'handledBefore', 'closedFrom', 'closedBefore'],
  ],
  together: ['whistleOpen', 'whistleBy', 'promised', 'claimedBy'],
  answer: ['answered', 'solved', 'satisfied', 'unsatisfiedAtLeast'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type FilterGroup = keyof typeof FILTER_GROUPS;

/** Those that stand above the list for everybody. */
export const FIRST_FILTERS = ['status', 'platform', 'department', 'category', 'street', 'clock'] as const;
