import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsTimeZone,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { as, type CategoryCode } from '#domain/ids.js';
import { normaliseForeignCode } from '#domain/reference/find-category.js';
import { NATURES, URGENCIES, type Nature, type Urgency } from '#domain/report/report.js';
import { ID_PATTERN, IsRecordOf, IsTextSource } from './constraints.js';
import { readFile } from './read-file.js';
import type { YamlFile } from './yaml-file.js';

const COORDINATES = ['WGS84', 'CGCS2000', 'GCJ02', 'BD09'] as const;
const TIMES = [
  'yyyy-M-d H:mm:ss',
  'yyyy-M-d H:mm',
  'yyyy-M-d',
  'yyyy/M/d H:mm:ss',
  'yyyy/M/d H:mm',
  'yyyy/M/d',
  'iso',
  'excel-serial',
];

class FileShape {
  @IsIn(['auto', 'csv', 'xlsx'])
  format: 'csv' | 'xlsx' | 'auto' = 'auto';

  @IsIn(['auto', 'utf-8', 'gb18030'])
  charset: 'utf-8' | 'gb18030' | 'auto' = 'auto';

  @IsInt()
  @Min(1)
  headerRow = 1;

  // others stand inside characters of GB 18030
  @IsIn([',', ';', '\t'])
  delimiter = ',';
}

/** A column name, a template such as `{STREET}·{PLACE}`, or a list of columns. */
type TextSource = string | string[];

class ColumnNames {
  @IsString()
  @IsNotEmpty()
  externalId: string;

  @IsOptional()
  @IsTextSource()
  title?: TextSource;

  @IsOptional()
  @IsTextSource()
  body?: TextSource;

  @IsString()
  @IsNotEmpty()
  reportedAt: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  updatedAt?: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  nature?: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  urgency?: string;

  @IsOptional()
  @IsTextSource()
  category?: TextSource;

  @IsOptional()
  @IsTextSource()
  address?: TextSource;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  street?: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  community?: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  gridCode?: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  longitude?: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  latitude?: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  reporterName?: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  reporterPhone?: string;
}

/** Which columns say who handled a row of a list of past cases. */
class HandledByShape {
  @IsString()
  @IsNotEmpty()
  id: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  name?: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  channel?: string;

  @IsOptional()
  @IsRecordOf('string')
  aliases: Record<string, string> = {};
}

/** A file of `imports/`: how the rows of one kind of table become reports. */
class ImportMappingFile {
  @Matches(ID_PATTERN, { message: '$property must be lower-case words joined by hyphens' })
  platform: string;

  @IsString()
  @IsNotEmpty()
  title: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => FileShape)
  file: FileShape = new FileShape();

  @ValidateNested()
  @Type(() => ColumnNames)
  @IsNotEmpty({ message: '$property must say which column is the externalId and which the reportedAt' })
  columns: ColumnNames;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  categorySystem?: string;

  @IsOptional()
  @IsRecordOf('string')
  codes: Record<string, string> = {};

  @IsArray()
  @IsString({ each: true })
  times: string[] = TIMES;

  @IsTimeZone()
  zone = 'Asia/Shanghai';

  @IsArray()
  @IsString({ each: true })
  nulls: string[] = ['-'];

  @IsRecordOf('string')
  natures: Record<string, Nature> = {};

  @IsRecordOf('string')
  urgencies: Record<string, Urgency> = {};

  @IsIn(COORDINATES)
  coordinates: (typeof COORDINATES)[number] = 'WGS84';

  @IsBoolean()
  generatedText = false;

  @IsOptional()
  @ValidateNested()
  @Type(() => HandledByShape)
  handledBy?: HandledByShape;
}

/** How one kind of table becomes reports, and what its own codes mean here. */
export type ImportMapping = Readonly<Omit<ImportMappingFile, 'codes' | 'categorySystem'>> & {
  readonly categorySystem: string;
  readonly codes: ReadonlyMap<string, CategoryCode>;
};

/** Reads one file of `imports/`. Codes this city does not have are faults unless `foreignCodes` lets them be 待归类. */
export function readImportMapping(
  file: YamlFile,
  categories: ReadonlyMap<CategoryCode, unknown>,
  foreignCodes: 'refuse' | 'pass' = 'refuse',
): ImportMapping | undefined {
  const content = readFile(file, ImportMappingFile);
  if (!content) return undefined;
  const { title, body, longitude, latitude } = content.columns;
  if (title === undefined && body === undefined) file.fault(['columns'], 'name a column for the title, the body or both');
  if ((longitude === undefined) !== (latitude === undefined)) file.fault(['columns'], 'name longitude and latitude, or neither');
  checkWords(file, 'natures', content.natures, NATURES);
  checkWords(file, 'urgencies', content.urgencies, URGENCIES);
  checkAliases(file, content.handledBy?.aliases ?? {});
  const codes = new Map<string, CategoryCode>();
  for (const [foreign, ours] of Object.entries(content.codes)) {
    const code = as<CategoryCode>(ours);
    if (categories.has(code)) codes.set(foreign, code).set(normaliseForeignCode(foreign), code);
    else if (foreignCodes === 'refuse') file.fault(['codes', foreign], `there is no category ${ours}: add it to the duty list`);
  }
  return { ...content, categorySystem: content.categorySystem ?? `import-${content.platform}`, codes };
}

function checkWords(file: YamlFile, key: string, words: Readonly<Record<string, string>>, allowed: readonly string[]): void {
  for (const [word, meaning] of Object.entries(words)) {
    if (!allowed.includes(meaning)) file.fault([key, word], `${meaning} is none of ${allowed.join(', ')}`);
  }
}

/** One step must reach the unit that took over: a chain or a ring of aliases would leave it open who that is. */
function checkAliases(file: YamlFile, aliases: Readonly<Record<string, string>>): void {
  for (const [gone, present] of Object.entries(aliases)) {
    if (Object.hasOwn(aliases, present)) file.fault(['handledBy', 'aliases', gone], `${present} is itself an alias`);
  }
}
