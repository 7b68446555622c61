import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';
import type { Category } from '#domain/reference/reference.js';
import { PLACE_RULES, type PlaceRule } from '#domain/routing/duty-list.js';
import { IsRecordOf } from './constraints.js';
import { readFile } from './read-file.js';
import type { YamlFile } from './yaml-file.js';

/** One sub-class (小类) as a file of the duty list writes it. */
export class DutyEntry {
  @Matches(/^[A-Z]\d{4}$/u, { message: '$property must be a capital letter and four digits, e.g. E0113' })
  code: string;

  @IsString()
  @IsNotEmpty()
  name: string;

  @IsOptional()
  @IsString()
  lead?: string;

  @IsOptional()
  @IsString({ each: true })
  coHandlers?: string[];

  @IsOptional()
  @IsString()
  supervisor?: string;

  @IsOptional()
  @IsIn(PLACE_RULES)
  first?: PlaceRule;

  @IsOptional()
  @IsString({ each: true })
  siblings?: string[];

  @IsOptional()
  @IsBoolean()
  contact?: boolean;

  @IsOptional()
  @IsString()
  items?: string;
}

/** A file of `duty-list/`: one class (大类) with what holds for all of it. */
export class DutyClassFile {
  @Matches(/^[A-Z]\d{2}$/u, { message: '$property must be a capital letter and two digits, e.g. E01' })
  class: string;

  @IsString()
  @IsNotEmpty()
  name: string;

  @IsIn(['component', 'event', 'appeal'])
  sort: Category['sort'];

  @IsIn(PLACE_RULES)
  first: PlaceRule;

  @IsOptional()
  @IsString()
  supervisor?: string;

  @IsOptional()
  @IsRecordOf('string')
  conditions: Record<string, string> = {};

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DutyEntry)
  categories: DutyEntry[];
}

export const readDutyClass = (file: YamlFile): DutyClassFile | undefined => readFile(file, DutyClassFile);
