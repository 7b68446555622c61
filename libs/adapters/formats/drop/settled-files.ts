import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import type { DropSettings } from './drop-settings.js';

const TEXT: ReadonlySet<string> = new Set(['.csv', '.tsv', '.txt', '.xml']);
/** More files than a folder ever holds; then looking starts anew, which only costs one more wait. */
const MOST_REMEMBERED = 10_000;
const TAIL_BYTES = 4096;

/** Knows which files are no longer being written: nobody may tell us, so we look twice. */
export class SettledFiles {
  private readonly firstSeen = new Map<string, { readonly mark: string; readonly at: number }>();

  constructor(
    private readonly settings: Pick<DropSettings, 'settleSeconds' | 'endMarker'>,
    private readonly now: () => Date,
  ) {}

  async isWhole(path: string, mark: string): Promise<boolean> {
    return this.isStill(path, mark) && (await this.isEnded(path));
  }

  /** By our own clock from our own first look, so that a file server's clock does not matter. */
  private isStill(path: string, mark: string): boolean {
    const { settleSeconds } = this.settings;
    if (settleSeconds === 0) return true;
    const now = this.now().getTime();
    const before = this.firstSeen.get(path);
    if (before?.mark === mark) return now - before.at >= settleSeconds * 1000;
    if (this.firstSeen.size >= MOST_REMEMBERED) this.firstSeen.clear();
    this.firstSeen.set(path, { mark, at: now });
    return false;
  }

  private async isEnded(path: string): Promise<boolean> {
    if (this.settings.endMarker === '' || !TEXT.has(extname(path).toLowerCase())) return true;
    const file = await open(path);
    try {
      const { size } = await file.stat();
      const from = Math.max(0, size - TAIL_BYTES);
      const { buffer, bytesRead } = await file.read(Buffer.alloc(TAIL_BYTES), 0, TAIL_BYTES, from);
      const lines = buffer.subarray(0, bytesRead).toString('latin1').trimEnd().split('\n');
      return (lines.at(-1) ?? '').startsWith(this.settings.endMarker);
    } finally {
      await file.close();
    }
  }
}
