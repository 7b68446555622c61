import { Inject, Injectable } from '@nestjs/common';
import { as } from '#domain/ids.js';
import { normaliseForeignCode } from '#domain/reference/find-category.js';
import type { Category } from '#domain/reference/reference.js';
import { City } from '#pipeline/city.js';
import type { Inbox } from './inboxes.js';
import { ATTRIBUTES } from './service-attributes.js';
import { Open311Refusal } from './refusal.js';

/** Something that can be reported: a code of the client's mapping table with the category it stands for. */
export interface Service {
  readonly code: string;
  readonly category: Category;
}

/** What can be reported here. */
@Injectable()
export class ServiceCatalogue {
  constructor(@Inject(City) private readonly city: City) {}

  /** Every service of a client as GeoReport describes it. */
  list(inbox: Inbox) {
    return this.servicesOf(inbox).map(({ code, category }) => ({
      service_code: code,
      service_name: category.name,
      description: `${category.className}：${category.name}`,
      metadata: true,
      type: inbox.adapter.terms.type,
      keywords: category.className,
      group: category.className,
    }));
  }

  /** What a client may tell beside the description; all services ask the same. */
  definition(inbox: Inbox, code: string) {
    return { service_code: this.find(inbox, code).code, attributes: ATTRIBUTES };
  }

  /** Throws a refusal with 404 for a code that is none. */
  find(inbox: Inbox, code: string): Service {
    const found = this.servicesOf(inbox).find((service) => service.code === code);
    if (!found) throw new Open311Refusal(404, 'service_code provided was not found');
    return found;
  }

  /** The name of a service, as long as there is one of that code. */
  nameOf(inbox: Inbox, code: string): string | null {
    const category = this.city.reference.mappings.get(inbox.adapter.terms.categorySystem)?.get(code);
    return (category && this.city.reference.categories.get(category)?.name) ?? null;
  }

  /** A mapping table knows some codes under two spellings; a service has one. */
  private servicesOf({ adapter }: Inbox): Service[] {
    const { mappings, categories } = this.city.reference;
    const seen = new Set<string>();
    return [...(mappings.get(adapter.terms.categorySystem) ?? [])].flatMap(([code, ours]) => {
      const category = categories.get(as(ours));
      const spelling = normaliseForeignCode(code);
      if (!category || seen.has(spelling)) return [];
      seen.add(spelling);
      return [{ code, category }];
    });
  }
}
