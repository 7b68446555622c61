import { Type } from 'class-transformer';
import { IsArray, IsNotEmpty, IsOptional, IsString, ValidateNested } from 'class-validator';
import { IsRecordOf } from './constraints.js';
import { readFile } from './read-file.js';
import type { YamlFile } from './yaml-file.js';

/** One line of a city's own. */
export class DutyLine {
  @IsString()
  category: string;

  @IsOptional()
  @IsString()
  street?: string;

  @IsOptional()
  @IsString()
  community?: string;

  @IsString()
  lead: string;

  @IsOptional()
  @IsString({ each: true })
  coHandlers: string[] = [];

  @IsOptional()
  @IsString()
  supervisor?: string;
}

class OwnerLine {
  @IsString({ message: '$property must be text: put the digits in quotes' })
  @IsNotEmpty()
  prefix: string;

  @IsString()
  owner: string;
}

/** `duties.yaml`: what this city says beside the default list. */
export class DutiesFile {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DutyLine)
  duties: DutyLine[];

  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OwnerLine)
  componentOwners: OwnerLine[] = [];

  @IsOptional()
  @IsRecordOf('string')
  territory: Record<string, string> = {};

  @IsOptional()
  @IsString()
  backstop?: string;
}

/** `duties.yaml` as it is written, before its names are looked up. */
export const readDutyLines = (file: YamlFile): DutiesFile | undefined => readFile(file, DutiesFile);
