/** How the portal writes times. */
export const PORTAL_TIMES = ['epoch-ms'] as const;
