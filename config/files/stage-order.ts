import type { TimeLimit } from '#domain/deadline/deadline-policy.js';
import { lengthOf } from '#domain/deadline/limit-length.js';
import { SUPERVISION_LEVELS } from '#domain/deadline/stage-policy.js';
import { readLimit } from './limit-text.js';
import type { YamlFile, YamlPath } from './yaml-file.js';

const LOOK_BACKS = ['stages', 'lookBack', 'after'];
const LADDER = ['stages', 'ladder'];

const keyOf = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;

/** The list at a path of a file as it is written, whatever else is wrong with the file. */
function listAt(content: unknown, path: YamlPath): readonly unknown[] {
  const value = path.reduce(keyOf, content);
  return Array.isArray(value) ? value : [];
}

const limitOf = (value: unknown): TimeLimit | undefined => (typeof value === 'string' ? readLimit(value) : undefined);

/** Says of each look-back and each rung of the ladder whether it follows the one before, together with the faults of their shape. */
export function checkStageOrder(file: YamlFile): void {
  const { content } = file;
  checkLookBacks(file, listAt(content, LOOK_BACKS).map(limitOf));
  const rungs = listAt(content, LADDER);
  checkLevels(
    file,
    rungs.map((rung) => keyOf(rung, 'level')),
  );
  checkRungs(
    file,
    rungs.map((rung) => limitOf(keyOf(rung, 'after'))),
  );
}

/** The next look is counted on from the one before, which only one unit allows. */
function checkLookBacks(file: YamlFile, limits: readonly (TimeLimit | undefined)[]): void {
  limits.forEach((limit, index) => {
    const before = limits[index - 1];
    if (!limit || !before) return;
    const path = [...LOOK_BACKS, index];
    if (limit.unit !== before.unit) file.fault(path, `write it in ${before.unit} like the one before`);
    else if (limit.amount <= before.amount) file.fault(path, `must be more than the ${before.amount} ${before.unit} before it`);
  });
}

function checkLevels(file: YamlFile, levels: readonly unknown[]): void {
  const names: readonly unknown[] = SUPERVISION_LEVELS;
  const heights = levels.map((level) => names.indexOf(level));
  heights.forEach((height, index) => {
    const highest = Math.max(-1, ...heights.slice(0, index));
    if (height < 0 || height > highest) return;
    const [level, before] = [SUPERVISION_LEVELS[height], SUPERVISION_LEVELS[highest]];
    const order = `the levels climb ${SUPERVISION_LEVELS.join(', ')}, each at most once`;
    file.fault([...LADDER, index, 'level'], `${level} cannot follow ${before}: ${order}`);
  });
}

function checkRungs(file: YamlFile, limits: readonly (TimeLimit | undefined)[]): void {
  limits.forEach((limit, index) => {
    const before = limits[index - 1];
    if (limit && before && lengthOf(limit) < lengthOf(before))
      file.fault([...LADDER, index, 'after'], `must not come before the rung below it, ${before.amount} ${before.unit}`);
  });
}
