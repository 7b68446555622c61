import { open } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { isAbsent } from '../formats/drop/file-error.js';

const NEWLINE = 0x0a;

/** The platform's growing list of receipts; only what was added since the last look is read. */
export class ReceiptLog {
  private readonly results = new Map<string, string>();
  private position = 0;

  constructor(private readonly path: string) {}

  /** The result beside a reference; undefined: no receipt yet. */
  async find(reference: string): Promise<string | undefined> {
    await this.catchUp();
    return this.results.get(reference);
  }

  private async catchUp(): Promise<void> {
    const added = await this.readAdded();
    const whole = added.subarray(0, added.lastIndexOf(NEWLINE) + 1); // the last line may still be being written
    if (whole.length === 0) return;
    const rows = parse(whole, { relax_column_count: true, relax_quotes: true, skip_empty_lines: true, bom: true });
    for (const [reference, , result] of rows as string[][]) this.results.set(reference, result ?? '');
    this.position += whole.length;
  }

  private async readAdded(): Promise<Buffer> {
    try {
      const file = await open(this.path, 'r');
      try {
        const { size } = await file.stat();
        if (size < this.position) this.position = 0; // begun anew
        const added = Buffer.alloc(size - this.position);
        const { bytesRead } = await file.read(added, 0, added.length, this.position);
        return added.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    } catch (thrown) {
      if (isAbsent(thrown)) return Buffer.alloc(0);
      throw thrown;
    }
  }
}
