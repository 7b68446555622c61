import { Module } from '@nestjs/common';
import { ApiKeys } from '#identity/api-keys/api-keys.js';
import { DataSource } from '#storage/data-source.js';
import { SqlApiKeyBook } from '#storage/people/api-keys.js';

/** The keys of programs, for every door that programs knock at. A global module must provide DataSource. */
@Module({
  providers: [
    { provide: ApiKeys, inject: [DataSource], useFactory: (source: DataSource) => new ApiKeys(new SqlApiKeyBook(source)) },
  ],
  exports: [ApiKeys],
})
export class ApiKeysModule {}
