import { IsNotEmpty, IsOptional, IsString, Matches } from 'class-validator';
import { as, type CategoryCode } from '#domain/ids.js';
import type { Category } from '#domain/reference/reference.js';
import type { DutyEdition, DutyItem } from '#domain/routing/duty-item.js';
import { IsRecordOf } from './constraints.js';
import { readDutyClass, type DutyClassFile, type DutyEntry } from './duty-class.file.js';
import { readConditions, type DutyConditions } from './duty-conditions.js';
import { readItems } from './duty-items.js';
import { readFile } from './read-file.js';
import type { YamlFile, YamlPath } from './yaml-file.js';

class CommonFile {
  @IsString()
  @IsNotEmpty()
  version: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/u, { message: '$property must be a date like 2026-12-31' })
  validFrom: string;

  @IsOptional()
  @IsRecordOf('string')
  conditions: Record<string, string> = {};
}

/** A category of the default list with the place it is written at. */
export interface ListedCategory {
  readonly entry: DutyEntry;
  readonly of: DutyClassFile;
  readonly file: YamlFile;
  readonly path: YamlPath;
}

/** The default list (责任清单) as its folder says it. */
export interface DefaultList {
  readonly edition: DutyEdition | undefined;
  readonly categories: ReadonlyMap<CategoryCode, Category>;
  readonly listed: ReadonlyMap<CategoryCode, ListedCategory>;
  readonly items: ReadonlyMap<CategoryCode, readonly DutyItem[]>;
}

/** Reads `common.yaml` and the files of the classes beside it. */
export function readDutyList(common: YamlFile, classes: readonly YamlFile[]): DefaultList {
  const content = readFile(common, CommonFile);
  const shared = content && readConditions(common, content.conditions, new Map());
  const listed = new Map<CategoryCode, ListedCategory>();
  const items = new Map<CategoryCode, readonly DutyItem[]>();
  const names = new Map<string, string>();
  for (const file of classes) {
    const of = readDutyClass(file);
    if (!of) continue;
    const other = names.get(of.class);
    if (other !== undefined) file.fault(['class'], `${of.class} is the class of ${other} already`);
    names.set(of.class, file.name);
    listClass(file, of, shared && readConditions(file, of.conditions, shared), listed, items);
  }
  checkSiblings(listed);
  return {
    edition: content && { version: content.version, validFrom: content.validFrom },
    categories: toCategories(listed),
    listed,
    items,
  };
}

function listClass(
  file: YamlFile,
  of: DutyClassFile,
  conditions: DutyConditions | undefined,
  listed: Map<CategoryCode, ListedCategory>,
  items: Map<CategoryCode, readonly DutyItem[]>,
): void {
  of.categories.forEach((entry, index) => {
    const path = ['categories', index];
    const code = as<CategoryCode>(entry.code);
    if (listed.has(code)) return file.fault([...path, 'code'], `${code} is there already: give each category its own code`);
    if (!code.startsWith(of.class))
      file.fault([...path, 'code'], `${code} is not of the class ${of.class}: move it to its own file`);
    listed.set(code, { entry, of, file, path });
    items.set(
      code,
      readItems(file, [...path, 'items'], { category: code, name: entry.name, text: entry.items ?? '' }, conditions),
    );
  });
}

function checkSiblings(listed: ReadonlyMap<CategoryCode, ListedCategory>): void {
  for (const [code, { entry, file, path }] of listed) {
    (entry.siblings ?? []).forEach((sibling, place) => {
      const at = [...path, 'siblings', place];
      if (sibling === code) file.fault(at, `${code} is named as its own sibling: remove it`);
      else if (!listed.has(as<CategoryCode>(sibling))) file.fault(at, `there is no category ${sibling}`);
    });
  }
}

const toCategories = (listed: ReadonlyMap<CategoryCode, ListedCategory>): ReadonlyMap<CategoryCode, Category> =>
  new Map(
    [...listed].map(([code, { entry, of }]) => [
      code,
      {
        code,
        name: entry.name,
        className: of.name,
        sort: of.sort,
        siblings: (entry.siblings ?? []).map((sibling) => as<CategoryCode>(sibling)),
        ...(entry.contact && { contact: entry.contact }),
      },
    ]),
  );
