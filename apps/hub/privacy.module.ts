import type { DynamicModule, LoggerService } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { Clock } from '#domain/ports/clock.js';
import { Forgetting } from '#domain/ports/forgetting.js';
import { SealingRecords } from '#identity/sealing-records.js';
import { SealingSecrets } from '#identity/sealing-secrets.js';
import { SealingVault } from '#identity/sealing-vault.js';
import { ForgetCitizens } from '#pipeline/privacy/forget-citizens.js';
import { Resealing } from '#storage/privacy/resealing.js';
import { SealOld } from '#storage/privacy/seal-old.js';
import { SqlForgetting } from '#storage/privacy/sql-forgetting.js';
import type { Foundation } from './foundation.module.js';

type Given = Pick<Foundation, 'city' | 'source' | 'vaultKeys' | 'logger'>;

/** Keeps citizens' identities: seals them, makes the seals anew, destroys them when their time is over. */
@Global()
@Module({})
export class PrivacyModule {
  static forRoot({ city, source, vaultKeys, logger }: Given): DynamicModule {
    const { ring } = vaultKeys;
    const [vault, records, secrets] = [new SealingVault(vaultKeys), new SealingRecords(ring), new SealingSecrets(ring)];
    const providers = [
      { provide: Forgetting, useValue: new SqlForgetting(source) },
      { provide: Resealing, useValue: new Resealing(source, { vault, records, secrets }) },
      { provide: SealOld, useValue: new SealOld(source, { vault, records }) },
      {
        provide: ForgetCitizens,
        inject: [Forgetting, Clock],
        useFactory: (forgetting: Forgetting, clock: Clock) =>
          new ForgetCitizens(forgetting, city.retention, clock, tellBy(logger)),
      },
    ];
    return { module: PrivacyModule, global: true, providers, exports: providers.map(({ provide }) => provide) };
  }
}

const tellBy =
  (logger: LoggerService) =>
  (facts: Readonly<Record<string, unknown>>, sentence: string): void =>
    logger.log(facts, sentence);
