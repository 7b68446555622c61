import { Type } from 'class-transformer';
import { IsArray, IsIn, IsNotEmpty, IsString, Matches, ValidateNested } from 'class-validator';
import { as, type PartnerId } from '#domain/ids.js';
import type { Partner } from '#domain/reference/reference.js';
import { ID_PATTERN } from './constraints.js';
import { readFile } from './read-file.js';
import type { YamlFile } from './yaml-file.js';

class PartnerLine {
  @Matches(ID_PATTERN, { message: '$property must be lower-case words joined by hyphens' })
  id: string;

  @IsString()
  @IsNotEmpty()
  name: string;

  @IsIn(['enterprise', 'association'])
  kind: Partner['kind'];

  // who sits there changes, and is nobody's business here
  @Matches(/^(?!.*\d{7})(?=.*\S)/u, { message: '$property must be a post such as 党建联络岗, without a telephone number' })
  contact: string;
}

class PartnersFile {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PartnerLine)
  partners: PartnerLine[];
}

/** Reads `partners.yaml`; a city without the file has no partners. */
export function readPartners(file: YamlFile): ReadonlyMap<PartnerId, Partner> {
  const partners = new Map<PartnerId, Partner>();
  const names = new Map<string, string>();
  readFile(file, PartnersFile)?.partners.forEach(({ id: word, name, kind, contact }, index) => {
    const id = as<PartnerId>(word);
    if (partners.has(id)) file.fault(['partners', index, 'id'], `${id} is there already: give each partner its own id`);
    const other = names.get(name);
    if (other !== undefined) file.fault(['partners', index, 'name'], `${name} already names ${other}: keep one of them`);
    names.set(name, id);
    partners.set(id, { id, name, kind, contact });
  });
  return partners;
}
