import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AuditLog } from '#domain/ports/audit-log.js';
import { Clock } from '#domain/ports/clock.js';
import { AuditList } from '#storage/audit/audit-list.js';
import { SqlAuditLog } from '#storage/audit/sql-audit-log.js';
import { DataSource } from '#storage/data-source.js';
import { AuditRequests } from './audit-requests.interceptor.js';
import { AuditService } from './audit.service.js';
import { NoteHeads } from './note-heads.js';

/** The audit of the operators' API; whoever reveals or changes something notes it by `AuditLog`. A global module must provide DataSource and Clock. */
@Global()
@Module({
  providers: [
    {
      provide: AuditLog,
      inject: [DataSource, Clock],
      useFactory: (source: DataSource, clock: Clock) => new SqlAuditLog(source, clock),
    },
    { provide: AuditList, inject: [DataSource], useFactory: (source: DataSource) => new AuditList(source) },
    { provide: APP_INTERCEPTOR, useClass: AuditRequests },
    AuditService,
    NoteHeads,
  ],
  exports: [AuditLog, AuditService],
})
export class AuditModule {}
