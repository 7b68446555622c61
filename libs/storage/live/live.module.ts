import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ChangeFeed } from './change-feed.js';

/** What changes. A global module must provide `DataSource`. */
@Module({
  providers: [{ provide: ChangeFeed, inject: [DataSource], useFactory: (source: DataSource) => new ChangeFeed(source) }],
  exports: [ChangeFeed],
})
export class LiveModule {}
