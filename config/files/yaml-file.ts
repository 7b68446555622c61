import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isPair, isScalar, LineCounter, parseDocument, visit, type Document, type Pair } from 'yaml';
import type { ConfigFault } from '../config-fault.js';
import { interpolate, type Environment } from './interpolate.js';

/** Steps from the top of a file to one of its values. */
export type YamlPath = readonly (string | number)[];

const pathText = (path: YamlPath): string =>
  path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');

/** One YAML file, or a text that could be one, with the position of everything in it; whatever is wrong with it is added to the common list of faults. */
export class YamlFile {
  private readonly lines = new LineCounter();
  private readonly document: Document | undefined;

  constructor(
    dir: string,
    readonly name: string,
    private readonly faults: ConfigFault[],
    options: { readonly required?: boolean; readonly text?: string } = {},
  ) {
    this.document = this.parse(options.text ?? this.read(join(dir, name), options.required ?? true));
  }

  /** The plain value; `undefined` when the file cannot be read. */
  get content(): unknown {
    return this.document?.toJS() ?? undefined;
  }

  /** Says that the value at a path is wrong, pointing at it, or at the nearest thing around it that exists. */
  fault(path: YamlPath, message: string): void {
    this.faults.push({ file: this.name, ...this.positionAt(this.offsetOf(path)), path: pathText(path), message });
  }

  /** Says that a line of a text of many lines is wrong; `below` counts from 0. */
  faultInText(path: YamlPath, below: number, message: string): void {
    const line = this.lineOf(path) + 1 + below;
    this.faults.push({ file: this.name, line, column: 1, path: pathText(path), message });
  }

  /** Says that a key should not be there. */
  faultKey(path: YamlPath, message: string): void {
    const key = this.pairAt(path)?.key;
    const offset = isScalar(key) ? key.range?.[0] : undefined;
    this.faults.push({ file: this.name, ...this.positionAt(offset ?? this.offsetOf(path)), path: pathText(path), message });
  }

  /** Line of a value, 1 for one that has no place. */
  lineOf(path: YamlPath): number {
    return this.positionAt(this.offsetOf(path)).line;
  }

  /** Puts environment variables into every string of the file. */
  interpolate(env: Environment): void {
    if (!this.document) return;
    visit(this.document, {
      Scalar: (key, node) => {
        if (key === 'key' || typeof node.value !== 'string') return;
        const { text, missing } = interpolate(node.value, env);
        node.value = text;
        const position = this.positionAt(node.range?.[0] ?? 0);
        for (const name of missing) {
          const message = `the environment variable ${name} is not set: set it, or write \${${name}:-value}`;
          this.faults.push({ file: this.name, ...position, path: `\${${name}}`, message });
        }
      },
    });
  }

  private parse(text: string | undefined): Document | undefined {
    if (text === undefined) return undefined;
    const document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false });
    for (const error of document.errors) {
      this.faults.push({ file: this.name, ...this.positionAt(error.pos[0]), path: '', message: error.message });
    }
    return document.errors.length === 0 ? document : undefined;
  }

  private read(file: string, required: boolean): string | undefined {
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      const absent = (error as NodeJS.ErrnoException).code === 'ENOENT';
      const message = absent ? 'the file is missing: config/example has a commented one to start from' : (error as Error).message;
      if (required || !absent) this.faults.push({ file: this.name, path: '', message });
      return undefined;
    }
  }

  private offsetOf(path: YamlPath): number {
    for (let length = path.length; length > 0; length -= 1) {
      const node = this.document?.getIn(path.slice(0, length), true);
      if (node !== null && typeof node === 'object' && 'range' in node) return (node.range as [number])[0];
    }
    return this.document?.contents?.range?.[0] ?? 0;
  }

  private pairAt(path: YamlPath): Pair | undefined {
    const parent = path.length === 1 ? this.document?.contents : this.document?.getIn(path.slice(0, -1), true);
    if (!isMap(parent)) return undefined;
    return parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1));
  }

  private positionAt(offset: number): { line: number; column: number } {
    const { line, col } = this.lines.linePos(offset);
    return { line: line || 1, column: col || 1 };
  }
}
