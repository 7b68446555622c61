/** Who is in charge of a kind of matter in this city, as the people who work there know it. The hub's duty list is not asked. */
interface Charge {
  readonly usual: string;
  /** Where a street or community has its own arrangement. */
  readonly places?: Readonly<Record<string, string>>;
}

const STREETS = {
  云岚街道: 'street-yunlan',
  听潮街道: 'street-tingchao',
  澄湾街道: 'street-chengwan',
  望屿街道: 'street-wangyu',
};
const only = (...names: (keyof typeof STREETS)[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, STREETS[name]]));

const CHARGES: Readonly<Record<string, Charge>> = {
  E0101: { usual: 'urban-management', places: { 石阶社区: 'planning-resources' } },
  E0110: { usual: 'sanitation', places: only('望屿街道') },
  E0111: { usual: 'urban-management' },
  E0112: { usual: 'sanitation' },
  E0113: { usual: 'urban-management' },
  E0125: { usual: 'water-affairs', places: { 芦汀社区: 'parks-greening' } },
  E0129: { usual: 'urban-management' },
  E0130: { usual: 'water-affairs' },
  E0136: { usual: 'urban-management', places: only('云岚街道', '望屿街道') },
  E0201: { usual: 'urban-management', places: only('云岚街道', '听潮街道', '澄湾街道') },
  E0301: { usual: 'ecology-environment' },
  E0304: { usual: 'housing-construction' },
  E0401: { usual: 'urban-management', places: only('听潮街道', '澄湾街道') },
  E0405: { usual: 'urban-management', places: { ...only('听潮街道'), 灯塔里社区: 'culture-tourism' } },
  E0410: { usual: 'urban-management', places: only('望屿街道') },
  E0409: { usual: 'traffic-police' },
  E0501: { usual: 'water-supply' },
  E0503: { usual: 'water-affairs' },
  E0505: { usual: 'urban-management' },
  E0506: { usual: 'water-affairs' },
  E0508: { usual: 'telecom' },
  E0595: { usual: 'emergency-management' },
  P0101: { usual: 'water-supply' },
  P0102: { usual: 'water-affairs' },
  P0107: { usual: 'telecom' },
  P0137: { usual: 'urban-management', places: { 帆影社区: 'housing-construction' } },
  P0205: { usual: 'traffic-police' },
  P0301: { usual: 'sanitation' },
  P0305: { usual: 'sanitation' },
  P0402: { usual: 'parks-greening' },
  A0101: { usual: 'human-resources' },
  A0201: { usual: 'housing-construction', places: STREETS },
  A0301: { usual: 'medical-insurance' },
  A0302: { usual: 'health' },
  A0401: { usual: 'education' },
  A0501: { usual: 'heat-supply' },
  A0502: { usual: 'water-supply' },
  A0503: { usual: 'power-supply' },
  A0504: { usual: 'gas-supply' },
  A0505: { usual: 'telecom' },
  A0601: { usual: 'public-security' },
  A0602: { usual: 'ecology-environment' },
  A0701: { usual: 'market-regulation' },
  A0801: { usual: 'transport' },
  A0901: { usual: 'culture-tourism' },
  A1001: { usual: 'civil-affairs' },
  A1101: { usual: 'fire-rescue' },
  A1201: { usual: 'planning-resources' },
};

/** The oddities of real life: the category is right, and yet somebody else must act. A citizen cannot know, a hub hardly. */
const ODDITIES: Readonly<Record<string, readonly string[]>> = {
  E0113: ['transport', 'water-affairs', 'heat-supply'],
  E0110: ['housing-construction'],
  E0111: ['housing-construction', 'planning-resources'],
  E0136: ['fire-rescue', 'housing-construction'],
  E0301: ['housing-construction', 'transport'],
  E0503: ['housing-construction'],
  E0505: ['water-affairs', 'gas-supply'],
  E0506: ['transport'],
  E0508: ['power-supply'],
  E0595: ['housing-construction', 'fire-rescue'],
  A0201: ['housing-construction', 'market-regulation'],
  A0502: ['housing-construction'],
  A0503: ['housing-construction'],
  A0601: ['urban-management', 'ecology-environment'],
  A0602: ['market-regulation'],
  A0701: ['human-resources', 'culture-tourism'],
  A1101: ['public-security', 'traffic-police'],
  P0107: ['power-supply'],
  P0402: ['transport'],
};

/** Who is in charge as a rule. */
export function inCharge(category: string, place: { readonly street: string; readonly community: string }): string | undefined {
  const charge = CHARGES[category];
  return charge?.places?.[place.community] ?? charge?.places?.[place.street] ?? charge?.usual;
}

/** Who it may turn out to be instead; empty where there is never a doubt. */
export const oddlyInCharge = (category: string): readonly string[] => ODDITIES[category] ?? [];
