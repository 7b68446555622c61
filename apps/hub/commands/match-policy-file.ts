import { readFileSync, writeFileSync } from 'node:fs';
import { isScalar, parseDocument, type Document } from 'yaml';
import type { MatchingPolicy, Weights } from '#domain/matching/matching-policy.js';

const LEARNED_LINE = ' matching:train ';

/** Writes learned values into a `matching.yaml`; everything else of it, comments too, stays as it is. */
export function writePolicy(path: string, policy: MatchingPolicy, scores: string): void {
  const document = parseDocument(readFileSync(path, 'utf8'));
  setValue(document, ['attachFrom'], policy.attachFrom);
  setValue(document, ['suggestFrom'], policy.suggestFrom);
  setWeights(document, 'weights', policy.weights, {});
  setWeights(document, 'unsorted', policy.unsorted ?? {}, policy.weights);
  const kept = (document.commentBefore ?? '').split('\n').filter((line) => !line.startsWith(LEARNED_LINE));
  document.commentBefore = [...kept, `${LEARNED_LINE}${scores}`].join('\n');
  writeFileSync(path, document.toString({ lineWidth: 0 }));
}

/** Values that are as those above say need no line of their own. */
function setWeights(document: Document, block: string, weights: Weights, above: Weights): void {
  for (const [signal, value] of Object.entries(weights)) {
    if (document.hasIn([block, signal]) || value !== (above[signal] ?? 0)) setValue(document, [block, signal], value);
  }
}

/** The node itself is kept, and the comment behind it with it. */
function setValue(document: Document, path: readonly string[], value: number): void {
  const node = document.getIn(path, true);
  if (isScalar(node)) node.value = value;
  else document.setIn(path, value);
}
