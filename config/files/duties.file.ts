import { Type } from 'class-transformer';
import { IsArray, IsNotEmpty, IsOptional, IsString, ValidateNested } from 'class-validator';
import { as, type CategoryCode, type DepartmentId } from '#domain/ids.js';
import { buildDutyList } from '#domain/routing/build-duty-list.js';
import { checkDutyList } from '#domain/routing/check-duty-list.js';
import type { DutyList } from '#domain/routing/duty-list.js';
import { IsRecordOf } from './constraints.js';
import type { KnownNames } from './known-names.js';
import { readFile } from './read-file.js';
import type { YamlFile } from './yaml-file.js';

class DutyLine {
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
}

class OwnerLine {
  @IsString({ message: '$property must be text: put the digits in quotes' })
  @IsNotEmpty()
  prefix: string;

  @IsString()
  owner: string;
}

class DutiesFile {
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
}

function checkNames(file: YamlFile, content: DutiesFile, known: KnownNames): void {
  content.duties.forEach((duty, index) => {
    const path = ['duties', index];
    known.category(file, [...path, 'category'], duty.category);
    known.street(file, [...path, 'street'], duty.street);
    known.community(file, [...path, 'community'], duty.community, duty.street);
    known.department(file, [...path, 'lead'], duty.lead);
    duty.coHandlers.forEach((helper, place) => known.department(file, [...path, 'coHandlers', place], helper));
  });
  content.componentOwners.forEach(({ owner }, index) => known.department(file, ['componentOwners', index, 'owner'], owner));
  for (const [street, office] of Object.entries(content.territory)) {
    known.street(file, ['territory', street], street);
    known.department(file, ['territory', street], office);
  }
}

function indexed(file: YamlFile, content: DutiesFile): DutyList {
  return buildDutyList({
    duties: content.duties.map((duty, index) => ({
      line: file.lineOf(['duties', index]),
      category: as<CategoryCode>(duty.category),
      ...(duty.street === undefined ? {} : { street: duty.street }),
      ...(duty.community === undefined ? {} : { community: duty.community }),
      lead: as<DepartmentId>(duty.lead),
      coHandlers: duty.coHandlers.map((helper) => as<DepartmentId>(helper)),
    })),
    componentOwners: content.componentOwners.map(({ prefix, owner }) => ({ prefix, owner: as<DepartmentId>(owner) })),
    territory: new Map(Object.entries(content.territory).map(([street, office]) => [street, as<DepartmentId>(office)])),
  });
}

/** Reads `duties.yaml` and proves that it covers every category once. */
export function readDuties(file: YamlFile, known: KnownNames, categories: Iterable<CategoryCode>): DutyList {
  const content = readFile(file, DutiesFile);
  if (!content) return buildDutyList({ duties: [], componentOwners: [], territory: new Map() });
  checkNames(file, content, known);
  const list = indexed(file, content);
  for (const problem of checkDutyList(list, categories)) {
    if (problem.kind === 'hole') file.fault(['duties'], `nobody leads ${problem.category}: add a line for it`);
    else {
      const index = content.duties.findIndex((_duty, place) => file.lineOf(['duties', place]) === problem.second.line);
      file.fault(
        ['duties', index],
        `line ${problem.first.line} gives ${problem.category} in the same place to ${problem.first.lead}: keep one of the two`,
      );
    }
  }
  return list;
}
