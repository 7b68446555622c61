import type { Command } from 'commander';
import { registerDutyCheck } from './duty-check.js';
import { registerDutyShow } from './duty-show.js';
import { registerDutyUnmapped } from './duty-unmapped.js';

/** `hub duty …`: the duty list (责任清单), looked at before it is live. */
export function registerDuty(program: Command): void {
  const duty = program.command('duty').description('责任清单: who leads what, where, until when');
  registerDutyCheck(duty);
  registerDutyShow(duty);
  registerDutyUnmapped(duty);
}
