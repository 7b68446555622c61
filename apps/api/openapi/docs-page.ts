import type { Answer, Document, Operation, Parameter, Schema } from './document.js';
import { escaped } from './escaped.js';
import { fieldRows, shapeOf } from './schema-html.js';
import { STYLE } from './style.js';

/** The document as one page of plain HTML: no script, nothing from elsewhere, fit to print. */
export function docsPage(document: Document): string {
  const { info, tags, components } = document;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const sections = tags.map(({ name, description = '' }) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(name));
    return `<section id="${escaped(name)}"><h2>${escaped(name)}</h2><p>${escaped(description)}</p>${own.map(operationHtml).join('')}</section>`;
  });
  const contents = tags.map(({ name }) => `<a href="#${escaped(name)}">${escaped(name)}</a>`).join(' ');
  const schemas = Object.entries(components.schemas).map(([name, schema]) => schemaHtml(name, schema));
  return [
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escaped(info.title)} API</title><style>${STYLE}</style></head><body><header><h1>${escaped(info.title)} API ${escaped(info.version)}</h1>`,
    `<p>${escaped(info.description ?? '')}</p><p><a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1)</p><nav>${contents}</nav></header><main>`,
    ...sections,
    `<section id="schemas"><h2>Schemas</h2>${schemas.join('')}</section></main></body></html>\n`,
  ].join('');
}

function operationHtml({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const { summary = '', parameters = [], requestBody, responses, security } = operation;
  const who = security.length === 0 ? 'open to all' : security.flatMap(Object.keys).join(' or ');
  return (
    `<details class="operation" id="${escaped(operation.operationId)}"><summary><b class="${method}">${method.toUpperCase()}</b> ` +
    `<code>${escaped(path)}</code> <span>${escaped(summary)}</span></summary><p class="who">${escaped(who)}</p>` +
    parametersHtml(parameters) +
    (requestBody ? `<h4>Body</h4>${contentHtml(requestBody)}` : '') +
    `<h4>Answers</h4><dl>${Object.entries(responses).map(answerHtml).join('')}</dl></details>`
  );
}

function parametersHtml(parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map(
    ({ name, in: place, required, description = '', schema }) =>
      `<tr><td><code>${escaped(name)}</code>${required ? ' *' : ''}</td><td>${escaped(place)}</td><td>${shapeOf(schema)}</td><td>${escaped(description)}</td></tr>`,
  );
  return `<h4>Parameters</h4><table>${rows.join('')}</table>`;
}

function answerHtml([status, answer]: [string, Answer]): string {
  if (answer.$ref !== undefined) return `<dt>${escaped(status)}</dt><dd><a href="#Problem">problem</a></dd>`;
  return `<dt>${escaped(status)}</dt><dd>${escaped(answer.description ?? '')} ${contentHtml(answer)}</dd>`;
}

const contentHtml = ({ content = {} }: Answer): string =>
  Object.entries(content)
    .map(
      ([type, { schema }]) =>
        `<p><code>${escaped(type)}</code> ${schema ? shapeOf(schema) : ''}</p>${schema ? fieldRows(schema) : ''}`,
    )
    .join('');

const schemaHtml = (name: string, schema: Schema): string =>
  `<details id="${escaped(name)}"><summary><code>${escaped(name)}</code> <span>${escaped(schema.description ?? '')}</span></summary>${fieldRows(schema) || shapeOf(schema)}</details>`;
