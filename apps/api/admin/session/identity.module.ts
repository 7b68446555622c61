import { Global, Module } from '@nestjs/common';
import type { FactoryProvider } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DataSource } from '#storage/data-source.js';
import { OidcSignIns } from '#storage/people/oidc-sign-ins.js';
import { OperatorAccounts } from '#storage/people/operator-accounts.js';
import { OperatorSessions } from '#storage/people/operator-sessions.js';
import { PeopleBook } from '#storage/people/people-book.js';
import { ScopeGate } from '#storage/people/scope-gate.js';
import { SecondFactors } from '#storage/people/second-factors.js';
import { SignInTries } from '#storage/people/sign-in-tries.js';
import { ApiKeysModule } from '../api-keys/api-keys.module.js';
import { CityWords } from '../city-words.js';
import { Operators } from '../operators.js';
import { PeopleController } from '../people/people.controller.js';
import { PeopleService } from '../people/people.service.js';
import { StandingCheck } from '../people/standing-check.js';
import { FactorCheck } from './factor-check.js';
import { Gatekeeper } from './gatekeeper.js';
import { OidcSignIn } from './oidc-sign-in.js';
import { OidcController } from './oidc.controller.js';
import { OwnAccount } from './own-account.js';
import { OwnFactor } from './own-factor.js';
import { RouteRules } from './route-rules.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';

type Rows = new (source: DataSource) => object;

const ROWS: readonly Rows[] = [
  OidcSignIns,
  OperatorAccounts,
  OperatorSessions,
  PeopleBook,
  ScopeGate,
  SecondFactors,
  SignInTries,
];

const provider = (rows: Rows): FactoryProvider => ({
  provide: rows,
  useFactory: (source: DataSource) => new rows(source),
  inject: [DataSource],
});

/**
 * Who people are and what they may do; global, so that any controller can stand behind SessionGuard. A global module must
 * provide DataSource, IdentitySettings, SecretSeal, City, Platforms, Clock and IdSource.
 */
@Global()
@Module({
  imports: [ApiKeysModule, DiscoveryModule],
  controllers: [SessionController, SecondFactorController, OidcController, PeopleController],
  providers: [
    ...ROWS.map(provider),
    CityWords,
    FactorCheck,
    Gatekeeper,
    OidcSignIn,
    Operators,
    OwnAccount,
    OwnFactor,
    PeopleService,
    RouteRules,
    Sessions,
    SignIn,
    StandingCheck,
  ],
  exports: [Gatekeeper, Operators],
})
export class IdentityModule {}
