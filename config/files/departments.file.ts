import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';
import { as, type DepartmentId } from '#domain/ids.js';
import type { Department } from '#domain/reference/reference.js';
import { ID_PATTERN } from './constraints.js';
import { readFile } from './read-file.js';
import type { YamlFile } from './yaml-file.js';

class DepartmentLine {
  @Matches(ID_PATTERN, { message: '$property must be lower-case words joined by hyphens' })
  id: string;

  @IsString()
  @IsNotEmpty()
  name: string;

  @IsIn(['bureau', 'utility', 'street', 'community'])
  kind: Department['kind'];

  @IsOptional()
  @IsString({ each: true })
  aliases: string[] = [];

  @IsOptional()
  @IsBoolean()
  contact?: boolean;
}

class DepartmentsFile {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DepartmentLine)
  departments: DepartmentLine[];
}

/** Reads `departments.yaml`. */
export function readDepartments(file: YamlFile): ReadonlyMap<DepartmentId, Department> {
  const departments = new Map<DepartmentId, Department>();
  const names = new Map<string, string>();
  readFile(file, DepartmentsFile)?.departments.forEach((line, index) => {
    const id = as<DepartmentId>(line.id);
    if (departments.has(id)) file.fault(['departments', index, 'id'], `${id} is there already: give each department its own id`);
    for (const name of [line.name, ...line.aliases]) {
      const other = names.get(name);
      if (other !== undefined)
        file.fault(['departments', index], `${name} already names ${other}: a name can stand for one department only`);
      names.set(name, line.id);
    }
    const { name, kind, aliases, contact } = line;
    departments.set(id, { id, name, kind, aliases, ...(contact && { contact }) });
  });
  return departments;
}
