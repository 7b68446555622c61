import type { TableRow } from '#adapters/table/table-row.js';
import type { TextProfile } from '#domain/matching/match-subject.js';
import { profileText } from '#domain/matching/text-profile.js';
import type { PlatformAdapter } from '#domain/ports/platform-adapter.js';

/** The texts of a table's rows, as they will be matched; rows that cannot be read and generated texts are left out. */
export async function* textsOf(table: AsyncIterable<TableRow>, adapter: PlatformAdapter): AsyncGenerator<TextProfile> {
  for await (const { entry } of table) {
    if (!('record' in entry)) continue;
    const mapped = adapter.map(entry.record.bytes);
    if (mapped.kind !== 'report' || mapped.draft.textIsGenerated === true) continue;
    yield profileText(mapped.draft.title, mapped.draft.body, mapped.draft.place.address);
  }
}
