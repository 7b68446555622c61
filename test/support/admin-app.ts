import { Global, Module } from '@nestjs/common';
import type { FactoryProvider, Type, ValueProvider, ClassProvider } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Operators } from '#apps/api/admin/operators.js';
import { ProblemFilter } from '#apps/api/problem.filter.js';

type Given = ValueProvider | ClassProvider | FactoryProvider;

/** A module of the admin API on the parts that are given, ready to be asked. */
export async function openAdminApp(part: Type, providers: readonly Given[]): Promise<NestFastifyApplication> {
  @Global()
  @Module({ providers: [...providers], exports: providers.map(({ provide }) => provide) })
  class TestFoundation {}
  const module = await Test.createTestingModule({ imports: [TestFoundation, part] }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
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
