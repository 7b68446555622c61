import { Type } from 'class-transformer';
import { IsArray, IsNotEmpty, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';
import { checkGrids, type GridProblem } from '#domain/reference/check-grids.js';
import type { Grid, Ring } from '#domain/reference/reference.js';
import { readFile } from './read-file.js';
import { IsRingText, readRing } from './ring-text.js';
import type { YamlFile, YamlPath } from './yaml-file.js';

class GridLine {
  // opaque beyond that: cities number their grids with 12, 15 or 16 digits
  @Matches(/^\d{12,16}$/u, { message: '$property must be text of 12 to 16 digits: put them in quotes' })
  code: string;

  @IsString()
  name: string;

  @IsString()
  @IsNotEmpty()
  street: string;

  @IsString()
  @IsNotEmpty()
  community: string;

  @IsOptional()
  @IsString({ each: true })
  staff?: string[];

  @IsRingText()
  ring: string;

  @IsOptional()
  @IsRingText({ each: true })
  holes?: string[];
}

class GridsFile {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => GridLine)
  grids: GridLine[];
}

/** Whether the ring can be looked at any further. */
function checkRing(file: YamlFile, path: YamlPath, ring: Ring): boolean {
  const first = ring[0];
  const last = ring.at(-1);
  if (!first || !last || ring.length < 4) {
    file.fault(path, 'a ring needs at least three corners and the first again at its end');
    return false;
  }
  const closed = first[0] === last[0] && first[1] === last[1];
  if (!closed) file.fault(path, 'the ring is not closed: repeat its first point at its end');
  const abroad = ring.filter(
    ([longitude, latitude]) => !(longitude >= 73 && longitude <= 136 && latitude >= 3 && latitude <= 54),
  );
  for (const [longitude, latitude] of abroad)
    file.fault(path, `${longitude} ${latitude} is not in China: write longitude latitude in WGS-84 degrees`);
  return closed && abroad.length === 0;
}

/** Reads `grids.yaml`: every grid under its own code, none crossing itself, no two on the same ground. */
export function readGrids(file: YamlFile): ReadonlyMap<string, Grid> {
  const grids = new Map<string, Grid>();
  const whole = new Map<Grid, number>();
  readFile(file, GridsFile)?.grids.forEach((line, index) => {
    const path = ['grids', index];
    const ring = readRing(line.ring);
    const holes = line.holes?.map(readRing);
    const { code, name, street, community, staff } = line;
    const grid: Grid = { code, name, street, community, ring, ...(holes && { holes }), ...(staff && { staff }) };
    const sound = [
      checkRing(file, [...path, 'ring'], ring),
      ...(holes ?? []).map((hole, place) => checkRing(file, [...path, 'holes', place], hole)),
    ];
    const isRepeated = grids.has(code);
    if (isRepeated) file.fault([...path, 'code'], `${code} is there already: give each grid its own code`);
    if (sound.every(Boolean)) whole.set(grid, index);
    // kept for its street and community, so that one fault does not look like many
    grids.set(isRepeated ? `${code} (${index})` : code, grid);
  });
  for (const problem of checkGrids([...whole.keys()])) report(file, ['grids', whole.get(problem.grid) ?? 0], problem);
  return grids;
}

function report(file: YamlFile, path: YamlPath, problem: GridProblem): void {
  if (problem.kind === 'overlap') {
    const { code, name } = problem.other;
    return file.fault([...path, 'ring'], `overlaps the grid ${code} ${name}: neighbours share their corners, not their ground`);
  }
  const { line } = problem;
  const at = line === 0 ? [...path, 'ring'] : [...path, 'holes', line - 1];
  if (problem.kind === 'stray-hole') return file.fault(at, 'the hole is not inside the outline it is cut out of');
  const [one, other] = problem.corners.map((corner) => corner + 1);
  file.fault(at, `the ring crosses itself: its edges after corner ${one} and after corner ${other} meet`);
}
