import { Type } from 'class-transformer';
import { IsArray, IsNotEmpty, IsString, ValidateNested } from 'class-validator';
import type { Grid } from '#domain/reference/reference.js';
import { IsNumberPairs } from './constraints.js';
import { readFile } from './read-file.js';
import type { YamlFile, YamlPath } from './yaml-file.js';

class GridLine {
  // opaque: cities number their grids with 12, 15 or 16 digits
  @IsString({ message: '$property must be text: put the digits in quotes' })
  @IsNotEmpty()
  code: string;

  @IsString()
  name: string;

  @IsString()
  @IsNotEmpty()
  street: string;

  @IsString()
  @IsNotEmpty()
  community: string;

  @IsNumberPairs()
  ring: [number, number][];
}

class GridsFile {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => GridLine)
  grids: GridLine[];
}

function checkRing(file: YamlFile, path: YamlPath, ring: GridLine['ring']): void {
  const first = ring[0];
  const last = ring.at(-1);
  if (!first || !last || ring.length < 4)
    return file.fault(path, 'a ring needs at least three corners and the first again at its end');
  if (first[0] !== last[0] || first[1] !== last[1]) file.fault(path, 'the ring is not closed: repeat its first point at its end');
  ring.forEach(([longitude, latitude], index) => {
    const inside = longitude >= 73 && longitude <= 136 && latitude >= 3 && latitude <= 54;
    if (!inside)
      file.fault([...path, index], `[${longitude}, ${latitude}] is not in China: write [longitude, latitude] in WGS-84 degrees`);
  });
}

/** Reads `grids.yaml`. */
export function readGrids(file: YamlFile): ReadonlyMap<string, Grid> {
  const grids = new Map<string, Grid>();
  readFile(file, GridsFile)?.grids.forEach((line, index) => {
    if (grids.has(line.code)) file.fault(['grids', index, 'code'], `${line.code} is there already: give each grid its own code`);
    checkRing(file, ['grids', index, 'ring'], line.ring);
    grids.set(line.code, { code: line.code, name: line.name, street: line.street, community: line.community, ring: line.ring });
  });
  return grids;
}
