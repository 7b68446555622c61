import { isFields } from '../parse-json.js';
import { parseXml } from '../parse-xml.js';

/** A rectangle of merged cells; rows and columns from 1, its value stands in the first of each. */
interface MergedRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const BEGIN = '<mergeCells';
const END = '</mergeCells>';
const MOST_CHARACTERS = 4 * 1024 * 1024;
const REFERENCE = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/;

/** A column's letters as its number, A being 1. */
const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

function rangeOf(value: unknown): MergedRange[] {
  const [, left, top, right, bottom] = REFERENCE.exec(isFields(value) ? String(value['@_ref']) : '') ?? [];
  return left === undefined ? [] : [{ left: columnOf(left), top: Number(top), right: columnOf(right), bottom: Number(bottom) }];
}

/** The merged cells of one sheet: each of them shows what the first one holds. */
export class MergedCells {
  private readonly values = new Map<MergedRange, string>();
  /** By the row they reach first, since rows come from top to bottom. */
  private readonly waiting: MergedRange[];
  private open: readonly MergedRange[] = [];

  constructor(ranges: readonly MergedRange[]) {
    this.waiting = [...ranges].sort((a, b) => b.top - a.top);
  }

  /** Puts into the covered cells of a row what they show. Rows must come in order. */
  fill(row: number, cells: string[]): void {
    while (this.waiting.length > 0 && this.waiting[this.waiting.length - 1].top <= row) {
      this.open = [...this.open, ...this.waiting.splice(-1)];
    }
    this.open = this.open.filter(({ bottom }) => bottom >= row);
    for (const range of this.open) {
      if (range.top === row) this.values.set(range, cells[range.left - 1] ?? '');
      const shown = this.values.get(range) ?? '';
      if (shown === '') continue;
      for (let column = range.left; column <= range.right; column++) {
        while (cells.length < column) cells.push('');
        if (cells[column - 1] === '') cells[column - 1] = shown;
      }
    }
  }
}

/** Catches the list of merged cells out of a sheet's XML as it streams by, keeping nothing else of it. */
export class MergeCatcher {
  private text = '';
  private caught = false;

  see(chunk: Buffer): void {
    if (this.caught && (this.text.includes(END) || this.text.length > MOST_CHARACTERS)) return;
    this.text += chunk.toString('latin1');
    if (this.caught) return;
    const at = this.text.indexOf(BEGIN);
    this.caught = at >= 0;
    this.text = this.text.slice(this.caught ? at : -BEGIN.length);
  }

  merged(): MergedCells {
    const end = this.text.indexOf(END);
    const list = this.caught && end >= 0 ? parseXml(this.text.slice(0, end + END.length))?.mergeCells : undefined;
    const found = isFields(list) ? list.mergeCell : undefined;
    return new MergedCells((Array.isArray(found) ? found : [found]).flatMap(rangeOf));
  }
}
