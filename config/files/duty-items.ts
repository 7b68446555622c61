import type { CategoryCode } from '#domain/ids.js';
import type { DutyItem } from '#domain/routing/duty-item.js';
import { fillCondition, type DutyConditions } from './duty-conditions.js';
import { readLimit } from './limit-text.js';
import type { YamlFile, YamlPath } from './yaml-file.js';

/** Number, name, condition in brackets where its name is another, limit. */
const ITEM = /^(\d{2}) ([^\s（）]+)(?:（([^\s（）]+)）)? (\S.*)$/u;

interface ItemsOf {
  readonly category: CategoryCode;
  readonly name: string;
  /** One item a line. */
  readonly text: string;
}

/** Reads the items of one category; every line that says none is a fault. Without conditions, whose own file is at fault, none is. */
export function readItems(
  file: YamlFile,
  path: YamlPath,
  of: ItemsOf,
  conditions: DutyConditions | undefined,
): readonly DutyItem[] {
  const items = new Map<string, DutyItem>();
  of.text.split('\n').forEach((line, below) => {
    if (line.trim() === '' || !conditions) return;
    const [, number, name, condition = name, limitText = ''] = ITEM.exec(line.trim()) ?? [];
    const limit = readLimit(limitText);
    const found = conditions.get(condition ?? '');
    const code = `${of.category}-${number}`;
    if (number === undefined || !limit)
      file.faultInText(path, below, `write a number, a name and a limit, e.g. '01 破损 4 working-hour', not '${line.trim()}'`);
    else if (!found)
      file.faultInText(path, below, `no condition is called ${condition}: add it under conditions, or to common.yaml`);
    else if (items.has(code)) file.faultInText(path, below, `${code} is there already: give each item its own number`);
    else {
      const [filing, closing] = [found.filing, found.closing].map((text) => fillCondition(text, of.name, name));
      items.set(code, { code, name, category: of.category, limit, filing, closing });
    }
  });
  return [...items.values()];
}
