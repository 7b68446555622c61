import { ROOT } from './field-shape.js';
import type { FieldType, SeenField } from './field-shape.js';

/** A field of a platform's records as earlier samples had it; a field of two types is there twice. */
export interface KnownField {
  readonly path: string;
  readonly type: FieldType;
  readonly samples: number;
}

/** 漂移: a field that was not there before (worth knowing), or one that is of another type now (somebody must look). */
export interface Drift {
  readonly kind: 'new-field' | 'changed-type';
  /** What the field was before; empty for a new one. */
  readonly before: readonly FieldType[];
}

export interface NoticedField extends SeenField {
  /** Absent for what was to be expected. */
  readonly drift?: Drift;
}

/** So many samples teach what a platform's records look like. */
const LEARNING_SAMPLES = 20;

/** Compares a record's fields with those known; nothing drifts while the platform is still being learnt. */
export function noticeDrift(known: readonly KnownField[], seen: readonly SeenField[]): NoticedField[] {
  const samples = known.find(({ path, type }) => path === ROOT && type === 'object')?.samples ?? 0;
  if (samples < LEARNING_SAMPLES) return [...seen];
  const typesOf = (path: string): FieldType[] => known.filter((field) => field.path === path).map(({ type }) => type);
  return seen.map((field) => {
    const drift = driftOf(field, typesOf(field.path), typesOf(outerOf(field.path)));
    return drift ? { ...field, drift } : field;
  });
}

/** What is new inside something new is told by the outer one; the first value of a field that was always empty is no news. */
function driftOf({ path, type }: SeenField, before: readonly FieldType[], outer: readonly FieldType[]): Drift | undefined {
  if (before.length === 0) return outer.includes('object') && !path.endsWith('[]') ? { kind: 'new-field', before } : undefined;
  const filled = before.filter((each) => each !== 'empty');
  const isExpected = type === 'empty' || filled.length === 0 || filled.includes(type);
  return isExpected ? undefined : { kind: 'changed-type', before: filled };
}

/** `a` of `a.b` and of `a[]`, the record of `a`. */
const outerOf = (path: string): string =>
  path.endsWith('[]') ? path.slice(0, -2) : path.slice(0, Math.max(0, path.lastIndexOf('.')));
