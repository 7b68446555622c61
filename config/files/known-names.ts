import type { CategoryCode, DepartmentId } from '#domain/ids.js';
import type { Category, Department, Grid } from '#domain/reference/reference.js';
import type { Streets } from '#domain/routing/check-duty-list.js';
import type { YamlFile, YamlPath } from './yaml-file.js';

/** The names other files may use; asks nothing of a kind whose own file could not be read, since that fault is reported there. */
export class KnownNames {
  /** The communities of each street. */
  readonly streets: Streets;
  private readonly communities: ReadonlySet<string>;

  constructor(
    private readonly departments: ReadonlyMap<DepartmentId, Department>,
    private readonly categories: ReadonlyMap<CategoryCode, Category>,
    grids: ReadonlyMap<string, Grid>,
  ) {
    const streets = new Map<string, Set<string>>();
    for (const { street, community } of grids.values())
      streets.set(street, (streets.get(street) ?? new Set<string>()).add(community));
    this.streets = streets;
    this.communities = new Set([...grids.values()].flatMap(({ street, community }) => [community, `${street}/${community}`]));
  }

  department(file: YamlFile, path: YamlPath, id: string): void {
    this.ask(
      file,
      path,
      this.departments as ReadonlyMap<string, Department>,
      id,
      `there is no department ${id}: add it to departments.yaml`,
    );
  }

  category(file: YamlFile, path: YamlPath, code: string | undefined): void {
    this.ask(
      file,
      path,
      this.categories as ReadonlyMap<string, Category>,
      code,
      `there is no category ${code}: add it to the duty list`,
    );
  }

  street(file: YamlFile, path: YamlPath, street: string | undefined): void {
    this.ask(file, path, this.streets, street, `no grid is in the street ${street}: correct the name or add its grids`);
  }

  community(file: YamlFile, path: YamlPath, community: string | undefined, street: string | undefined): void {
    const place = street === undefined || community === undefined ? community : `${street}/${community}`;
    this.ask(file, path, this.communities, place, `no grid is in the community ${place}: correct the name or add its grids`);
  }

  private ask(
    file: YamlFile,
    path: YamlPath,
    known: { readonly size: number; has(name: string): boolean },
    name: string | undefined,
    message: string,
  ): void {
    if (name !== undefined && known.size > 0 && !known.has(name)) file.fault(path, message);
  }
}
