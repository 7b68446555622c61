import { describe, expect, it } from '@jest/globals';
import { docsPage } from './docs-page.js';
import type { Document } from './document.js';

const DOCUMENT: Document = {
  info: { title: 'Huiliu 汇流', version: '1.0.0', description: 'A hub & more' },
  tags: [{ name: 'Cases', description: '案件' }],
  paths: {
    '/api/v1/cases/{number}': {
      get: {
        operationId: 'cases.open',
        tags: ['Cases'],
        summary: 'One <script>alert(1)</script> case.',
        parameters: [{ name: 'number', in: 'path', required: true, schema: { type: 'string' } }],
        responses: {
          200: { description: 'Done.', content: { 'application/json': { schema: { $ref: '#/components/schemas/Case' } } } },
          404: { $ref: '#/components/responses/Problem404' },
        },
        security: [{ session: [] }, { bearer: [] }],
      },
    },
  },
  components: {
    schemas: {
      Case: {
        type: 'object',
        required: ['number'],
        properties: {
          number: { type: 'string' },
          dueAt: { type: ['string', 'null'], format: 'date-time' },
          step: { enum: ['file', 'close'] },
        },
      },
    },
    responses: {},
  },
};

describe('the docs page', () => {
  const page = docsPage(DOCUMENT);

  it('shows each operation with who may call it, what it takes and what it answers', () => {
    expect(page).toContain('<b class="get">GET</b> <code>/api/v1/cases/{number}</code>');
    expect(page).toContain('<p class="who">session or bearer</p>');
    expect(page).toContain('<tr><td><code>number</code> *</td><td>path</td><td>string</td><td></td></tr>');
    expect(page).toContain('<code>application/json</code> <a href="#Case">Case</a>');
    expect(page).toContain('<dt>404</dt><dd><a href="#Problem">problem</a></dd>');
  });

  it('shows the fields of the named schemas', () => {
    expect(page).toContain('<td><code>dueAt</code></td><td>string or null (date-time)</td>');
    expect(page).toContain('<td><code>step</code></td><td><code>file</code> <code>close</code></td>');
  });

  it('runs nothing, fetches nothing, and leaves text text', () => {
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|https?:/);
    expect(page).toContain('One &lt;script&gt;alert(1)&lt;/script&gt; case.');
    expect(page).toContain('A hub &amp; more');
  });
});
