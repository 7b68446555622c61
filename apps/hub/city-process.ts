import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { request } from 'undici';
import { projectRoot } from '#config/project-root.js';
import { TransientError } from '#domain/errors.js';

export interface CityStart {
  readonly configDir: string;
  readonly dropDir: string;
  readonly stateFile?: string;
  readonly mode: 'bounded' | 'continuous';
  readonly seed: number;
  readonly matters?: number;
  readonly overSeconds?: number;
  readonly mischief?: number;
}

/** How the city scores the hub. */
export interface Truth {
  readonly pairPrecision: number;
  readonly pairRecall: number;
  readonly routedRight: number;
}

const READY_WITHIN_MS = 20_000;

/** The simulated city, a process of its own: it meets the hub over HTTP and files, like any real one. */
export class CityProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(options: CityStart): Promise<CityProcess> {
    const program = join(projectRoot(), 'dist', 'apps', 'city', 'main.js');
    const args = ['--options', JSON.stringify({ ...options, port: 0 })];
    // Its own process group would outlive a Ctrl-C; ours must reach the hub first, so the city ignores the terminal and follows us.
    const child = fork(program, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], detached: true });
    const url = await ready(child);
    return new CityProcess(child, url);
  }

  /** Tells the city where the hub is and how its dispatcher signs in. */
  async meet(hub: { url: string; adminName: string; adminPassword: string }): Promise<void> {
    await this.post('/control/hub', hub);
  }

  /** Records not published yet. */
  async pending(): Promise<number> {
    const { body } = await request(`${this.url}/truth/summary`);
    return ((await body.json()) as { pending: number }).pending;
  }

  async score(rows: readonly unknown[]): Promise<Truth> {
    return (await this.post('/truth/score', rows)) as Truth;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await ended;
  }

  private async post(path: string, value: unknown): Promise<unknown> {
    const headers = { 'content-type': 'application/json' };
    const { body } = await request(`${this.url}${path}`, { method: 'POST', headers, body: JSON.stringify(value) });
    return body.json();
  }
}

function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new TransientError('PLATFORM_UNREACHABLE', 'the simulated city does not start')),
      READY_WITHIN_MS,
    );
    child.once('message', (message) => {
      clearTimeout(late);
      resolve((message as { url: string }).url);
    });
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new TransientError('PLATFORM_UNREACHABLE', `the simulated city ended with ${code}`));
    });
  });
}
