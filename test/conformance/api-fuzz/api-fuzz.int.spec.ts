import { expect, it } from '@jest/globals';
import { fuzzApi } from '#test/support/api-fuzz/fuzz-api.js';
import { freshDatabase } from '#test/support/database.js';

/** The whole of it is `npm run bench -- api-fuzz`, which draws anew every time. */
const REQUESTS = 1_500;
const SEED = 188_733;

it('answers whatever it is asked as docs/openapi.json says, with no mistake of its own', async () => {
  const { asked, byStatus, faults } = await fuzzApi(await freshDatabase(), { requests: REQUESTS, seed: SEED });

  expect(faults).toEqual([]);
  expect(asked).toBeGreaterThanOrEqual(REQUESTS);
  // A fuzz that is refused at the door every time has tried nothing.
  expect(byStatus[200]).toBeGreaterThan(asked / 10);
  expect(byStatus[400]).toBeGreaterThan(asked / 10);
}, 600_000);
