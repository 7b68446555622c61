import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openCity } from '#apps/hub/open-city.js';
import { withHub } from '#apps/hub/with-hub.js';
import { loadConfig } from '#config/load-config.js';
import type { PlatformId } from '#domain/ids.js';
import { PullPlatform } from '#pipeline/pull-platform.js';
import { withSecondHotline } from './second-hotline.js';

/** What the process is started with. */
interface Start {
  readonly variables: Record<string, string>;
  readonly secondCityUrl: string;
}

/** The sync role in a process of its own, as an office with some load runs it; it pulls when it is told. */
export class PullingProcess {
  private constructor(private readonly child: ChildProcess) {}

  static async start(start: Start): Promise<PullingProcess> {
    const child = fork(fileURLToPath(import.meta.url), ['--pull', JSON.stringify(start)]);
    await once(child, 'message');
    return new PullingProcess(child);
  }

  /** Pulls a platform to its end; answers how many records were new. */
  async pull(platform: PlatformId): Promise<number> {
    this.child.send(platform);
    const [staged] = (await once(this.child, 'message')) as [number];
    return staged;
  }

  async stop(): Promise<void> {
    this.child.disconnect();
    if (this.child.exitCode === null) await once(this.child, 'exit');
  }
}

async function serve({ variables, secondCityUrl }: Start): Promise<void> {
  const config = loadConfig(variables);
  await withHub(
    config,
    async ({ app }) => {
      const { signal } = new AbortController();
      process.on('message', (platform: PlatformId) => {
        void app
          .get(PullPlatform)
          .pull(platform, signal)
          .then(({ staged }) => process.send?.(staged));
      });
      process.send?.('ready');
      await once(process, 'disconnect');
    },
    { city: withSecondHotline(openCity(config), secondCityUrl) },
  );
}

if (process.argv[2] === '--pull') await serve(JSON.parse(process.argv[3]) as Start);
