import type { Command, CommandField } from './command-fields.js';
import { fieldsOf } from './command-fields.js';

/** What stands in the fields of a form, by their names; times are dates. */
export type FormValues = Record<string, unknown>;

/** One line of the commitments of a meeting, as it is filled in. */
export interface CommitmentRow {
  department: string;
  what: string;
  dueAt: Date | null;
}

/** What stands in the fields before anybody has filled them in. */
export const emptyForm = (command: Command): FormValues =>
  Object.fromEntries(fieldsOf(command).map((field) => [field.name, emptyValue(field)]));

function emptyValue({ kind, choices }: CommandField): unknown {
  if (kind === 'choice') return choices?.[0];
  if (kind === 'departments' || kind === 'names' || kind === 'commitments') return [];
  return kind === 'score' || kind === 'verdict' || kind === 'time' ? undefined : '';
}

/** Whether a field has what its command needs. */
export function isFilled({ kind, isOptional }: CommandField, value: unknown): boolean {
  if (kind === 'commitments') return (value as CommitmentRow[]).every((row) => row.department && row.what.trim() && row.dueAt);
  if (isOptional) return true;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null;
}

/** The command as the API takes it; what was left empty is left out. */
export function bodyOf(command: Command, values: FormValues): Record<string, unknown> {
  const parts = fieldsOf(command).map((field) => partsOf(field, values[field.name]));
  return Object.assign({ command }, ...parts) as Record<string, unknown>;
}

function partsOf({ name, kind }: CommandField, value: unknown): Record<string, unknown> {
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return {};
  if (kind === 'call') {
    const [whistle, department] = String(value).split('/');
    return { whistle: Number(whistle), department };
  }
  if (kind === 'commitments') {
    return {
      [name]: (value as CommitmentRow[]).map((row) => ({
        ...row,
        what: row.what.trim(),
        dueAt: row.dueAt?.toISOString(),
      })),
    };
  }
  if (value instanceof Date) return { [name]: value.toISOString() };
  return { [name]: typeof value === 'string' ? value.trim() : value };
}
