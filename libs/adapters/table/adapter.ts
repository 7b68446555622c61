import { PlatformAdapter } from '#domain/ports/platform-adapter.js';
import type { AdapterDescription, CheckResult, MappedRecord } from '#domain/ports/platform-adapter.js';
import { mapTableRow } from './mapper.js';
import type { TableMapping } from './table-mapping.js';

/** A table that somebody brings as a file: it is imported by hand, so it neither pulls nor takes answers. */
export class TableAdapter extends PlatformAdapter {
  constructor(private readonly mapping: TableMapping) {
    super();
  }

  describe(): AdapterDescription {
    return { kind: 'table', title: this.mapping.title, capabilities: [] };
  }

  check(): Promise<CheckResult> {
    return Promise.resolve({ kind: 'ok', detail: '由人工导入文件' });
  }

  map(bytes: Uint8Array): MappedRecord {
    return mapTableRow(bytes, this.mapping);
  }
}
