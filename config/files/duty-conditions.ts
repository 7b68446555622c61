import type { YamlFile } from './yaml-file.js';

/** When a matter is filed (立案) and when it counts as done (结案). */
export interface DutyCondition {
  readonly filing: string;
  readonly closing: string;
}

export type DutyConditions = ReadonlyMap<string, DutyCondition>;

const ARROW = ' → ';

/** Reads `name: when it is filed → when it is done`; a name that `shared` has already is a fault. */
export function readConditions(file: YamlFile, texts: Readonly<Record<string, string>>, shared: DutyConditions): DutyConditions {
  const conditions = new Map(shared);
  for (const [name, text] of Object.entries(texts)) {
    const [filing, closing, more] = text.split(ARROW);
    if (shared.has(name)) file.faultKey(['conditions', name], `${name} stands in common.yaml too: give it a name of its own`);
    if (!filing || !closing || more !== undefined)
      file.fault(['conditions', name], `write when it is filed, '${ARROW}', and when it is done`);
    conditions.set(name, { filing, closing: closing ?? '' });
  }
  return conditions;
}

/** `{name}` and `{item}` put in. */
export const fillCondition = (text: string, name: string, item: string): string =>
  text.replaceAll('{name}', name).replaceAll('{item}', item);
