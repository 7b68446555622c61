import { Injectable } from '@nestjs/common';
import { as } from '#domain/ids.js';
import { Platforms } from '#domain/ports/platforms.js';
import { City } from '#pipeline/city.js';

/** An id with the name people know it by. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Puts the city's names to ids; an id that is configured no longer stands for itself. */
@Injectable()
export class CityWords {
  constructor(
    private readonly city: City,
    private readonly platforms: Platforms,
  ) {}

  department(id: string): Named {
    return { id, name: this.city.reference.departments.get(as(id))?.name ?? id };
  }

  hasDepartment(id: string): boolean {
    return this.city.reference.departments.has(as(id));
  }

  partner(id: string): Named {
    return { id, name: this.city.reference.partners.get(as(id))?.name ?? id };
  }

  hasPartner(id: string): boolean {
    return this.city.reference.partners.has(as(id));
  }

  /** Whether a grid is in the street. */
  hasStreet(name: string): boolean {
    return [...this.city.reference.grids.values()].some(({ street }) => street === name);
  }

  hasGrid(code: string): boolean {
    return this.city.reference.grids.has(as(code));
  }

  category(code: string): { readonly code: string; readonly name: string } {
    return { code, name: this.city.reference.categories.get(as(code))?.name ?? '待归类' };
  }

  platform(id: string): Named {
    return { id, name: this.platforms.find(as(id))?.title ?? id };
  }

  /** The other side of a delivery. */
  target(channel: 'webhook' | 'write-back', id: string): Named {
    return channel === 'webhook' ? this.department(id) : this.platform(id);
  }
}
