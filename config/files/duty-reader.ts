import { as, type CategoryCode, type DepartmentId } from '#domain/ids.js';
import { buildDutyList } from '#domain/routing/build-duty-list.js';
import { checkDutyList, type DutyProblem } from '#domain/routing/check-duty-list.js';
import type { Duty, DutyList } from '#domain/routing/duty-list.js';
import { layDuties, type DefaultDuty } from '#domain/routing/lay-duties.js';
import type { DutiesFile, DutyLine } from './duties.file.js';
import type { DefaultList } from './duty-list.file.js';
import type { KnownNames } from './known-names.js';
import type { YamlFile, YamlPath } from './yaml-file.js';

const ids = (names: readonly string[]): DepartmentId[] => names.map((name) => as<DepartmentId>(name));

/** Lays a city's own lines over the default list and proves that every category has one lead in every street. */
export class DutyReader {
  constructor(
    private readonly file: YamlFile,
    private readonly content: DutiesFile,
    private readonly list: DefaultList,
    private readonly known: KnownNames,
  ) {}

  read(): DutyList {
    this.checkOwn();
    this.checkListed();
    const { componentOwners, territory, backstop } = this.content;
    const offices = new Map(Object.entries(territory).map(([street, office]) => [street, as<DepartmentId>(office)]));
    const duties = buildDutyList({
      duties: layDuties(this.listedDuties(), this.ownDuties(), offices),
      componentOwners: componentOwners.map(({ prefix, owner }) => ({ prefix, owner: as<DepartmentId>(owner) })),
      territory: offices,
      ...(backstop !== undefined && { backstop: as<DepartmentId>(backstop) }),
      edition: this.list.edition,
      items: this.list.items,
    });
    for (const problem of checkDutyList(duties, this.list.categories.keys(), this.known.streets)) this.report(problem);
    return duties;
  }

  private ownDuties(): Duty[] {
    return this.content.duties.map(({ category, street, community, lead, coHandlers, supervisor }, index) => ({
      line: this.file.lineOf(['duties', index]),
      category: as<CategoryCode>(category),
      ...(street === undefined ? {} : { street }),
      ...(community === undefined ? {} : { community }),
      lead: as<DepartmentId>(lead),
      coHandlers: ids(coHandlers),
      ...(supervisor === undefined ? {} : { supervisor: as<DepartmentId>(supervisor) }),
    }));
  }

  private listedDuties(): DefaultDuty[] {
    return [...this.list.listed].flatMap(([category, { entry, of, file, path }]) => {
      if (entry.lead === undefined) return [];
      const supervisor = entry.supervisor ?? of.supervisor;
      return [
        {
          line: file.lineOf(path),
          list: of.class,
          category,
          lead: as<DepartmentId>(entry.lead),
          coHandlers: ids(entry.coHandlers ?? []),
          // nobody supervises itself
          ...(supervisor === undefined || supervisor === entry.lead ? {} : { supervisor: as<DepartmentId>(supervisor) }),
          first: entry.first ?? of.first,
        },
      ];
    });
  }

  private checkOwn(): void {
    const { file, content, known } = this;
    content.duties.forEach((duty, index) => {
      const path = ['duties', index];
      known.category(file, [...path, 'category'], duty.category);
      known.street(file, [...path, 'street'], duty.street);
      known.community(file, [...path, 'community'], duty.community, duty.street);
      this.checkUnits(file, path, duty);
    });
    const owners = new Map<string, string>();
    content.componentOwners.forEach(({ prefix, owner }, index) => {
      known.department(file, ['componentOwners', index, 'owner'], owner);
      const other = owners.get(prefix);
      if (other !== undefined)
        file.fault(['componentOwners', index, 'prefix'], `${prefix} belongs to ${other} already: keep one of the two`);
      owners.set(prefix, owner);
    });
    if (content.backstop !== undefined) known.department(file, ['backstop'], content.backstop);
    for (const [street, office] of Object.entries(content.territory)) {
      known.street(file, ['territory', street], street);
      known.department(file, ['territory', street], office);
    }
  }

  private checkListed(): void {
    const classes = new Set<unknown>();
    for (const { entry, of, file, path } of this.list.listed.values()) {
      if (!classes.has(of) && of.supervisor !== undefined) this.known.department(file, ['supervisor'], of.supervisor);
      classes.add(of);
      this.checkUnits(file, path, entry);
    }
  }

  private checkUnits(
    file: YamlFile,
    path: YamlPath,
    { lead, coHandlers, supervisor }: { lead?: string; coHandlers?: readonly string[]; supervisor?: string },
  ): void {
    if (lead !== undefined) this.known.department(file, [...path, 'lead'], lead);
    coHandlers?.forEach((helper, place) => this.known.department(file, [...path, 'coHandlers', place], helper));
    if (supervisor !== undefined) this.known.department(file, [...path, 'supervisor'], supervisor);
  }

  private report(problem: DutyProblem): void {
    const { file, content } = this;
    const indexOf = (matches: (line: number, duty: DutyLine) => boolean): number =>
      content.duties.findIndex((duty, place) => matches(file.lineOf(['duties', place]), duty));
    if (problem.kind === 'overlap') {
      const { first, second, category } = problem;
      const index = indexOf((line) => line === second.line);
      file.fault(
        ['duties', index],
        `line ${first.line} gives ${category} in the same place to ${first.lead}: keep one of the two`,
      );
      return;
    }
    const { category, streets } = problem;
    const where = streets.length === 0 ? '' : ` in ${streets.join('、')}`;
    const message = `nobody leads ${category}${where}: give it a lead, or add a line for it to duties.yaml`;
    const listed = this.list.listed.get(category);
    if (streets.length === 0 && listed) listed.file.fault(listed.path, message);
    else file.fault(['duties', indexOf((_line, duty) => duty.category === category)], message);
  }
}
