import { Module } from '@nestjs/common';
import { DataSource } from '#storage/data-source.js';
import { RevealBook } from '#storage/privacy/reveal-book.js';
import { IdentityModule } from '../session/identity.module.js';
import { RevealController } from './reveal.controller.js';
import { RevealService } from './reveal.service.js';

/** Who a citizen is, for those who must know. A global module must provide DataSource, Clock, IdentityVault and AuditLog. */
@Module({
  imports: [IdentityModule],
  controllers: [RevealController],
  providers: [
    RevealService,
    { provide: RevealBook, inject: [DataSource], useFactory: (source: DataSource) => new RevealBook(source) },
  ],
})
export class RevealModule {}
