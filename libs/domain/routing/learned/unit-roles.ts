/** What stands for a community's own unit, whichever community it is. */
const OF_THE_COMMUNITY = '社区';

/**
 * The work a unit does, read from its name with its own place taken out: the service centres of two streets do the same work.
 * A unit without a name does work of its own.
 */
export class UnitRoles {
  private readonly streets = new Set<string>();
  private readonly quarters = new Set<string>();

  /** Places are known by the cases that lay there. */
  sawPlace(street: string, quarter: string): void {
    if (street !== '') this.streets.add(street);
    if (quarter !== '' && quarter !== street) this.quarters.add(quarter);
  }

  roleOf(unit: string, name: string | undefined): string {
    if (name === undefined) return unit;
    const bare = name.replace(/（[^）]*）/gu, '');
    for (const quarter of this.quarters) if (bare.startsWith(quarter)) return `${OF_THE_COMMUNITY}${bare.slice(quarter.length)}`;
    for (const street of this.streets) {
      const prefix = [street, `${street.replace(/街道$/u, '')}办事处`].find((own) => bare.startsWith(own));
      if (prefix !== undefined && bare.length > prefix.length) return bare.slice(prefix.length);
    }
    return bare;
  }

  save(): { readonly streets: string[]; readonly quarters: string[] } {
    return { streets: [...this.streets], quarters: [...this.quarters] };
  }

  restore({ streets, quarters }: { readonly streets: readonly string[]; readonly quarters: readonly string[] }): void {
    for (const street of streets) this.streets.add(street);
    for (const quarter of quarters) this.quarters.add(quarter);
  }
}
