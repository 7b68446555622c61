import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openCity } from '#apps/hub/open-city.js';
import { startHub } from '#apps/hub/start-hub.js';
import { loadConfig } from '#config/load-config.js';
import type { CityConfig } from '#config/load-reference.js';
import { as } from '#domain/ids.js';
import { createLogger } from '#runtime/logger.js';
import type { ProfileLine } from './cpu-profile.js';
import { profiled } from './cpu-profile.js';

/** What the process is started with. */
interface Start {
  readonly variables: Record<string, string>;
  readonly databaseUrl: string;
  readonly endpoints: readonly string[];
  readonly secret: string;
}

/** The configured city with as many departments at the given addresses. */
export function withEndpoints(city: CityConfig, urls: readonly string[], secret: string): CityConfig {
  const departments = [...city.reference.departments.keys()];
  const endpoints = urls.map((url, at) => {
    return { department: as<never>(departments[at]), url, secret, allowPrivate: true, thin: false, algorithms: ['v1'] as const };
  });
  return { ...city, endpoints };
}

/** The roles that send, in a process of their own, as an office with some load runs them. */
export class DeliveringProcess {
  private constructor(private readonly child: ChildProcess) {}

  static async start(start: Start): Promise<DeliveringProcess> {
    const child = fork(fileURLToPath(import.meta.url), ['--deliver', JSON.stringify(start)]);
    await once(child, 'message');
    return new DeliveringProcess(child);
  }

  /** What the process does while `work` runs. */
  async profiled<T>(work: () => Promise<T>): Promise<{ result: T; profile: ProfileLine[] }> {
    this.child.send('begin');
    const result = await work();
    this.child.send('end');
    const [profile] = (await once(this.child, 'message')) as [ProfileLine[]];
    return { result, profile };
  }

  async stop(): Promise<void> {
    this.child.disconnect();
    if (this.child.exitCode === null) await once(this.child, 'exit');
  }
}

async function serve({ variables, databaseUrl, endpoints, secret }: Start): Promise<void> {
  const config = loadConfig(variables);
  const city = withEndpoints(openCity(config), endpoints, secret);
  const namespace = new URL(databaseUrl).pathname.slice(1);
  const hub = await startHub({ config, city, databaseUrl, namespace, logger: createLogger(config.log.level) });
  process.on('message', (order) => {
    if (order !== 'begin') return;
    void profiled(() => once(process, 'message')).then(({ profile }) => process.send?.(profile));
  });
  process.send?.('ready');
  await once(process, 'disconnect');
  await hub.stop();
}

if (process.argv[2] === '--deliver') await serve(JSON.parse(process.argv[3]) as Start);
