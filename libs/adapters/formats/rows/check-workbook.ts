import { stat } from 'node:fs/promises';
import { openPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { UnreadableFile } from './unreadable-file.js';
import { MergeCatcher } from './merged-cells.js';
import type { MergedCells } from './merged-cells.js';

const MEGABYTE = 1024 * 1024;
const MOST_UNPACKED = 256 * MEGABYTE;
const MOST_ENTRIES = 5_000;
/** Names, local headers and descriptors of an entry; what lies in the file beyond them is in no list and may be anything. */
const BYTES_AROUND_AN_ENTRY = 1024;
const SLACK = 64 * 1024;

const SHEET = /^xl\/worksheets\/sheet(\d+)\.xml$/;

/** Merged cells by the number in the sheet's file name. */
export type WorkbookMerges = ReadonlyMap<string, MergedCells>;

/**
 * Looks into a workbook before anything is unpacked into memory: throws UnreadableFile for one that would grow past 256 MB
 * (a zip bomb), that holds what its own list does not name, or that is no whole zip file. What an entry really holds is
 * counted against what it claims. Its merged cells come along, since they stand behind the rows they belong to.
 */
export async function checkWorkbook(path: string): Promise<WorkbookMerges> {
  const zip = await openZip(path);
  try {
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    refuseBomb(path, entries, (await stat(path)).size);
    const merges = new Map<string, MergedCells>();
    for (const entry of entries) {
      const catcher = new MergeCatcher();
      for await (const chunk of await zip.openReadStreamPromise(entry)) catcher.see(chunk as Buffer);
      const sheet = SHEET.exec(entry.fileName)?.[1];
      if (sheet !== undefined) merges.set(sheet, catcher.merged());
    }
    return merges;
  } catch (thrown) {
    throw thrown instanceof UnreadableFile ? thrown : notWhole(path, thrown);
  } finally {
    zip.close();
  }
}

async function openZip(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { lazyEntries: true, autoClose: false });
  } catch (thrown) {
    throw notWhole(path, thrown);
  }
}

function refuseBomb(path: string, entries: readonly Entry[], size: number): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.compressedSize, 0);
  if (unpacked > MOST_UNPACKED || entries.length > MOST_ENTRIES) {
    const figure = `${Math.ceil(unpacked / MEGABYTE)} MB`;
    throw new UnreadableFile(path, `would unpack to ${figure}: refused`, `解压后将达 ${figure}，超过 256 MB，已拒绝`);
  }
  if (size - packed > SLACK + entries.length * BYTES_AROUND_AN_ENTRY) {
    throw new UnreadableFile(path, 'holds data that its own list does not name: refused', '压缩包内有目录之外的数据，已拒绝');
  }
}

function notWhole(path: string, thrown: unknown): UnreadableFile {
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  const told = '工作簿不完整或已损坏，无法读完';
  return new UnreadableFile(path, `is no workbook that can be read to its end: ${why}`, told, thrown);
}
