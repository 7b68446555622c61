import { describe, expect, it } from '@jest/globals';
import { FIGURE_LABELS } from '#domain/bulletin/figures.js';
import { RATE_LABELS } from '#domain/bulletin/rates.js';
import { readDocument, readTable } from './document.js';

const document = readDocument('docs/glossary.md');

describe('docs/glossary.md', () => {
  it('explains every figure and rate of the bulletin under the label it has there', () => {
    const figures = readTable(document, 'figure', 'label').map(([name, label]) => [name, label]);
    const rates = readTable(document, 'rate', 'label').map(([name, label]) => [name, label]);

    expect(figures).toEqual(Object.entries(FIGURE_LABELS));
    expect(rates).toEqual(Object.entries(RATE_LABELS));
  });
});
