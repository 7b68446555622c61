import type { Type } from '@nestjs/common';
import { Controller, Get, UseGuards } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { describe, expect, it } from '@jest/globals';
import { Allow, OpenToAll } from './allow.js';
import { Gatekeeper } from './gatekeeper.js';
import { RouteRules } from './route-rules.js';
import { SessionGuard } from './session.guard.js';

@Controller('api/v1/bare')
class Unguarded {
  @Get()
  show(): void {}
}

@Controller('api/v1/bare')
@UseGuards(SessionGuard)
class Unruled {
  @Get(':id')
  show(): void {}
}

@Controller('api/v1/bare')
@UseGuards(SessionGuard)
@Allow('cases.read')
class Boundless {
  @Get()
  show(): void {}
}

@Controller('api/v1/whole')
@UseGuards(SessionGuard)
@Allow('ledger.read')
class Sound {
  @Get()
  show(): void {}

  @Get('open')
  @OpenToAll()
  open(): void {}
}

async function rulesOf(controller: Type): Promise<RouteRules> {
  const providers = [RouteRules, { provide: Gatekeeper, useValue: {} }];
  const module = await Test.createTestingModule({ imports: [DiscoveryModule], controllers: [controller], providers }).compile();
  await module.init();
  return module.get(RouteRules);
}

describe('a hub with a route', () => {
  it.each([
    ['without a guard', Unguarded, 'GET /api/v1/bare has no SessionGuard'],
    ['without a rule', Unruled, 'GET /api/v1/bare/:id says nothing of who may call it'],
    ['that keeps to no scope', Boundless, "GET /api/v1/bare does not say how it keeps to a scope: @Allow('cases.read', subject)"],
  ])('%s does not start', async (_, controller, fault) => {
    await expect(rulesOf(controller)).rejects.toThrow(fault);
  });

  it('that is ruled or open starts', async () => {
    expect((await rulesOf(Sound)).all()).toEqual([
      { method: 'GET', path: '/api/v1/whole', rule: { permission: 'ledger.read', subject: undefined } },
      { method: 'GET', path: '/api/v1/whole/open', rule: undefined },
    ]);
  });
});
