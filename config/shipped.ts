import { join } from 'node:path';
import { projectRoot } from './project-root.js';

/** The folder that comes with the hub: what a city's own folder lacks of lists and mappings is taken from there. */
export const SHIPPED = join(projectRoot(), 'config', 'example');

/** The folder whose `profiles/` come with the hub. */
export const SHIPPED_PROFILES = join(projectRoot(), 'config');
