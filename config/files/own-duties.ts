import { Document, isCollection, isSeq } from 'yaml';
import type { OwnDuties } from '#domain/routing/own-duties.js';
import type { DutiesFile } from './duties.file.js';

/** Own duties as a `duties.yaml` would say them: a rule a line, so that an explanation can point at it. */
export function writeDuties({ duties, componentOwners, territory, backstop }: OwnDuties): string {
  const document = new Document({
    ...(backstop !== undefined && { backstop }),
    duties: duties.map(inOrder),
    componentOwners,
    territory,
  });
  for (const list of ['duties', 'componentOwners']) {
    const rules = document.get(list);
    if (!isSeq(rules)) continue;
    for (const rule of rules.items) if (isCollection(rule)) rule.flow = true;
  }
  return document.toString({ lineWidth: 0 });
}

/** As people write it: what, where, who; a database gives fields back in an order of its own. */
const inOrder = ({ category, street, community, lead, coHandlers = [], supervisor }: OwnDuties['duties'][number]): object => ({
  category,
  ...(street !== undefined && { street }),
  ...(community !== undefined && { community }),
  lead,
  ...(coHandlers.length > 0 && { coHandlers }),
  ...(supervisor !== undefined && { supervisor }),
});

/** The content of a `duties.yaml` as plain values. */
export const plainDuties = ({ duties, componentOwners, territory, backstop }: DutiesFile): OwnDuties => ({
  duties: duties.map((line) => ({ ...line })),
  componentOwners: componentOwners.map((line) => ({ ...line })),
  territory: { ...territory },
  ...(backstop !== undefined && { backstop }),
});
