import { readHandler } from '#adapters/table/handled-by.js';
import { mapTableRow } from '#adapters/table/mapper.js';
import { openTable } from '#adapters/table/open-table.js';
import type { ImportMapping } from '#config/load-import-mapping.js';
import { OperatorError } from '#domain/errors.js';
import { as, type DepartmentId } from '#domain/ids.js';
import { UNCLASSIFIED, type ReportDraft } from '#domain/report/report.js';
import type { PastCase } from '#domain/routing/learned/replay-routing.js';

/** A row of a list of past cases, with the name its unit bore at that time. */
export interface NamedPastCase extends PastCase {
  readonly name?: string;
}

/** A list of past cases in the order of their times, equal ones as they stand; rows that cannot be read are handed to `refuse`. */
export async function readPastCases(
  file: string,
  mapping: ImportMapping,
  refuse: (row: number) => void,
): Promise<NamedPastCase[]> {
  if (!mapping.handledBy) {
    const message = `the mapping of ${mapping.platform} does not say who handled a case: give it handledBy`;
    throw new OperatorError('IMPORT_FILE_UNREADABLE', message);
  }
  const cases: { readonly at: number; readonly past: NamedPastCase }[] = [];
  for await (const { number, entry } of await openTable(file, mapping)) {
    const mapped = 'record' in entry ? mapTableRow(entry.record.bytes, mapping) : undefined;
    if (mapped?.kind !== 'report' || !('record' in entry)) refuse(number);
    else cases.push({ at: mapped.draft.reportedAt.getTime(), past: pastCase(mapped.draft, entry.record.bytes, mapping) });
  }
  return cases.sort((a, b) => a.at - b.at).map(({ past }) => past);
}

function pastCase(draft: ReportDraft, bytes: Uint8Array, mapping: ImportMapping): NamedPastCase {
  const { id, name, channel } = readHandler(bytes, mapping);
  const { externalId, nature, place, sourceCategory, reportedAt, textIsGenerated } = draft;
  const code = sourceCategory?.code;
  return {
    id: externalId,
    name,
    department: id === undefined ? undefined : as<DepartmentId>(id),
    subject: {
      category: (code === undefined ? undefined : mapping.codes.get(code)) ?? UNCLASSIFIED,
      nature,
      place,
      // a text that a program made repeats the other columns
      title: textIsGenerated === true ? '' : draft.title,
      body: textIsGenerated === true ? '' : draft.body,
      channel,
      sourceCategory,
      reportedAt,
      returnedBy: [],
    },
  };
}
