import { Controller, Get, Inject, Param, UseFilters, UseInterceptors } from '@nestjs/common';
import type { Call } from './call.js';
import { Asked, withoutFormat } from './call.js';
import type { Open311Document } from './document.js';
import { DocumentInterceptor } from './document.interceptor.js';
import { Open311ErrorFilter } from './error.filter.js';
import { discovery } from './discovery.js';
import { Inboxes } from './inboxes.js';
import { ServiceCatalogue } from './service-catalogue.js';

/** What can be asked and reported here. */
@Controller('open311/v2')
@UseInterceptors(DocumentInterceptor)
@UseFilters(Open311ErrorFilter)
export class ServicesController {
  constructor(
    @Inject(Inboxes) private readonly inboxes: Inboxes,
    @Inject(ServiceCatalogue) private readonly catalogue: ServiceCatalogue,
  ) {}

  @Get(['discovery', 'discovery.xml', 'discovery.json'])
  discover(@Asked() { given, origin }: Call): Open311Document {
    const [{ adapter }] = this.inboxes.meant(given);
    return { root: 'discovery', content: discovery(adapter.terms, origin) };
  }

  @Get(['services', 'services.xml', 'services.json'])
  list(@Asked() { given }: Call): Open311Document {
    return { root: 'services', content: this.catalogue.list(this.inboxes.meant(given)[0]) };
  }

  @Get('services/:name')
  define(@Asked() { given }: Call, @Param('name') name: string): Open311Document {
    const [inbox] = this.inboxes.meant(given);
    return { root: 'service_definition', content: this.catalogue.definition(inbox, withoutFormat(name)) };
  }
}
