/** The seven links (七个环节) a case passes, and `void` for one that was thrown out. */
export const URBAN_LINKS = ['collected', 'accepted', 'filed', 'dispatched', 'handled', 'checked', 'closed', 'void'] as const;
export type UrbanLink = (typeof URBAN_LINKS)[number];

const USUAL: Readonly<Record<string, UrbanLink>> = {
  '10': 'collected',
  收集: 'collected',
  上报: 'collected',
  '20': 'accepted',
  受理: 'accepted',
  '30': 'filed',
  立案: 'filed',
  '40': 'dispatched',
  派遣: 'dispatched',
  '50': 'handled',
  处置: 'handled',
  '60': 'checked',
  核查: 'checked',
  '70': 'closed',
  结案: 'closed',
  '90': 'void',
  作废: 'void',
  报废: 'void',
};

/** The link that a platform's status names; undefined for one nobody knows, which may well mean that the case is void. */
export function linkOf(status: string, own: Readonly<Record<string, UrbanLink>>): UrbanLink | undefined {
  const bare = status.trim();
  if (Object.hasOwn(own, bare)) return own[bare];
  return Object.hasOwn(USUAL, bare) ? USUAL[bare] : undefined;
}
