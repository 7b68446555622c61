/** How the platform writes times. */
export const GRID_TIMES = ['iso'] as const;
