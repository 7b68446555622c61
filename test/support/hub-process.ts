import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '#config/project-root.js';

/** A hub in a process of its own, so that it can be killed like one. */
export class HubProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** `hub serve` with this environment; resolves once it listens. */
  static async start(environment: Readonly<Record<string, string>>): Promise<HubProcess> {
    const program = join(projectRoot(), 'dist', 'apps', 'hub', 'main.js');
    const env = { PATH: process.env['PATH'], ...environment };
    const child = fork(program, ['serve'], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
    const [message] = (await Promise.race([once(child, 'message'), endedEarly(child)])) as [{ url: string }];
    return new HubProcess(child, message.url);
  }

  /** The plug is pulled. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}

async function endedEarly(child: ChildProcess): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null];
  throw new Error(`the hub ended with ${code} before it listened`);
}
