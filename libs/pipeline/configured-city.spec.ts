import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadReference } from '#config/load-reference.js';
import { projectRoot } from '#config/project-root.js';
import { ConfiguredCity } from './configured-city.js';

const { reference } = loadReference(join(projectRoot(), 'config', 'demo'), { CITY_URL: 'http://127.0.0.1:1' });

describe('a configured city', () => {
  it('looks back after the days of its deadline policy', () => {
    expect(new ConfiguredCity(reference, 1000).reference).toBe(reference);
  });

  it('looks back after seconds where it lives in seconds, and is otherwise as configured', () => {
    const { deadlines, ...rest } = new ConfiguredCity(reference, 1000, [3.6, 36]).reference;

    expect(deadlines.stages.lookBack).toEqual({
      after: [
        { amount: 0.001, unit: 'urgent-hour' },
        { amount: 0.01, unit: 'urgent-hour' },
      ],
      share: reference.deadlines.stages.lookBack.share,
    });
    expect(deadlines.stages.ladder).toEqual(reference.deadlines.stages.ladder);
    expect({ ...rest, deadlines: reference.deadlines }).toEqual(reference);
  });
});
