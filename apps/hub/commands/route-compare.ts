import { resolve } from 'node:path';
import type { HubConfig } from '#config/load-config.js';
import { CompareRoutes, type RouteComparison } from '#domain/routing/compare-routes.js';
import { City } from '#pipeline/city.js';
import { LearnRouting } from '#pipeline/learn-routing.js';
import { routedCases } from '#storage/reading/routed-cases.js';
import { openCity } from '../open-city.js';
import { withHub } from '../with-hub.js';

/** What the duty list of a configuration folder would have changed for the cases of the database; the folder need not be live. */
export async function compareRoutes(config: HubConfig, folder: string | undefined): Promise<RouteComparison> {
  const folders = { ...config.folders, config: folder === undefined ? config.folders.config : resolve(folder) };
  const city = openCity({ ...config, folders });
  return withHub(
    config,
    async ({ app, source }) => {
      await app.get(LearnRouting).refresh();
      const live = app.get(City);
      // what people published has taken the place of the folder's own list; another folder's is tried as it stands
      const { duties } = folder === undefined ? live.reference : city.reference;
      const comparison = new CompareRoutes(duties, live.learnedRouter);
      for await (const routed of routedCases(source)) comparison.add(routed);
      return comparison.result();
    },
    { city },
  );
}
