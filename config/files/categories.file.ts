import { Type } from 'class-transformer';
import { IsArray, IsIn, IsNotEmpty, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';
import { as, type CategoryCode } from '#domain/ids.js';
import type { Category } from '#domain/reference/reference.js';
import { readFile } from './read-file.js';
import type { YamlFile } from './yaml-file.js';

class CategoryLine {
  @Matches(/^[A-Z]\d{4}$/u, { message: '$property must be a capital letter and four digits, e.g. E0113' })
  code: string;

  @IsString()
  @IsNotEmpty()
  name: string;

  @IsString()
  @IsNotEmpty()
  class: string;

  @IsIn(['component', 'event', 'appeal'])
  sort: Category['sort'];

  @IsOptional()
  @IsString({ each: true })
  siblings: string[] = [];
}

class CategoriesFile {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CategoryLine)
  categories: CategoryLine[];
}

/** Reads `categories.yaml`. */
export function readCategories(file: YamlFile): ReadonlyMap<CategoryCode, Category> {
  const lines = readFile(file, CategoriesFile)?.categories ?? [];
  const categories = new Map<CategoryCode, Category>();
  lines.forEach(({ code: text, name, class: className, sort, siblings }, index) => {
    const code = as<CategoryCode>(text);
    if (categories.has(code))
      file.fault(['categories', index, 'code'], `${code} is there already: give each category its own code`);
    categories.set(code, { code, name, className, sort, siblings: siblings.map((sibling) => as<CategoryCode>(sibling)) });
  });
  lines.forEach(({ code, siblings }, index) =>
    siblings.forEach((sibling, place) => {
      const path = ['categories', index, 'siblings', place];
      if (sibling === code) file.fault(path, `${code} is named as its own sibling: remove it`);
      else if (!categories.has(as<CategoryCode>(sibling))) file.fault(path, `there is no category ${sibling}`);
    }),
  );
  return categories;
}
