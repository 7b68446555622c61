/** The part of yauzl 3 that looks into workbooks; the package brings no types. */
declare module 'yauzl' {
  export interface Entry {
    readonly fileName: string;
    readonly compressedSize: number;
    readonly uncompressedSize: number;
  }

  export interface ZipFile {
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<NodeJS.ReadableStream>;
    close(): void;
  }

  interface Options {
    readonly lazyEntries?: boolean;
    readonly autoClose?: boolean;
  }

  export function openPromise(path: string, options: Options): Promise<ZipFile>;
}
