import { expect, it } from '@jest/globals';
import { overBy } from './retention-policy.js';

it('a nature is kept as long as its own rule says, the others as long as the common one', () => {
  const over = overBy({ years: 5, yearsOf: { consultation: 1 } }, new Date('2026-11-22T08:00:00Z'));
  expect(over.find(({ nature }) => nature === 'consultation')?.closedBefore).toEqual(new Date('2025-11-22T08:00:00Z'));
  expect(over.find(({ nature }) => nature === 'complaint')?.closedBefore).toEqual(new Date('2021-11-22T08:00:00Z'));
  expect(over).toHaveLength(7);
});
