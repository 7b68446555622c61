import { Global, Module } from '@nestjs/common';
import type { FactoryProvider, Type, ValueProvider, ClassProvider } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Operators } from '#apps/api/admin/operators.js';
import { ProblemFilter } from '#apps/api/problem.filter.js';
import { SecretSeal } from '#domain/ports/secret-seal.js';
import { IdentityVault, RecordSeal } from '#domain/ports/vault.js';
import { IdentitySettings } from '#identity/identity-settings.js';
import { SealingSecrets } from '#identity/sealing-secrets.js';
import { TEST_SEAL, TEST_VAULT } from './test-seal.js';

type Given = ValueProvider | ClassProvider | FactoryProvider;

/** What signing in and the vault need, unless the test brings its own. */
const IDENTITY: readonly Given[] = [
  { provide: SecretSeal, useValue: new SealingSecrets({ active: 'k1', keys: { k1: Buffer.alloc(32, 7) } }) },
  { provide: IdentitySettings, useValue: new IdentitySettings() },
  { provide: RecordSeal, useValue: TEST_SEAL },
  { provide: IdentityVault, useValue: TEST_VAULT },
];

/** A module of the admin API on the parts that are given, ready to be asked. */
export async function openAdminApp(part: Type, providers: readonly Given[]): Promise<NestFastifyApplication> {
  const given = new Map([...IDENTITY, ...providers].map((provider) => [provider.provide, provider]));
  @Global()
  @Module({ providers: [...given.values()], exports: [...given.keys()] })
  class TestFoundation {}
  const module = await Test.createTestingModule({ imports: [TestFoundation, part] }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { rawBody: true });
  app.useGlobalFilters(new ProblemFilter({ log: () => undefined, warn: () => undefined, error: () => undefined }));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** Makes an operator and signs in; returns the authorization header. */
export async function signInAs(app: NestFastifyApplication, name: string): Promise<string> {
  await app.get(Operators).setPassword(name, 'right-password');
  const payload = { name, password: 'right-password' };
  const session = await app.inject({ method: 'POST', url: '/api/v1/session', payload });
  return `Bearer ${session.json<{ token: string }>().token}`;
}
