import { BUILDING_KINDS } from './kinds/building-kinds.js';
import { CIVIC_KINDS } from './kinds/civic-kinds.js';
import { ROAD_KINDS } from './kinds/road-kinds.js';
import { SANITATION_KINDS } from './kinds/sanitation-kinds.js';
import { SERVICE_KINDS } from './kinds/service-kinds.js';
import { STREET_ORDER_KINDS } from './kinds/street-order-kinds.js';
import { SUPPLY_KINDS } from './kinds/supply-kinds.js';
import type { MatterKind } from './matter-kind.js';

/** Everything people of the city complain about. */
export const MATTER_KINDS: readonly MatterKind[] = [
  ...ROAD_KINDS,
  ...SANITATION_KINDS,
  ...STREET_ORDER_KINDS,
  ...BUILDING_KINDS,
  ...SUPPLY_KINDS,
  ...SERVICE_KINDS,
  ...CIVIC_KINDS,
];
