import { Agent, request } from 'undici';
import { signWebhook } from '#domain/delivery/webhook-signature.js';

interface BarePosts {
  readonly urls: readonly string[];
  readonly secret: string;
  readonly body: Buffer;
  readonly posts: number;
  /** Posts in flight at once to each address. */
  readonly inFlight: number;
}

/** Signed posts a second by undici and nothing else: what the machine could do if nobody had to remember anything. */
export async function barePostsPerSecond({ urls, secret, body, posts, inFlight }: BarePosts): Promise<number> {
  const dispatcher = new Agent();
  let sent = 0;
  const loop = async (url: string): Promise<void> => {
    while (sent < posts) {
      const headers = signWebhook({ id: `bare-${sent++}`, at: new Date(), body }, [secret]);
      const answer = await request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
        dispatcher,
      });
      await answer.body.dump();
    }
  };
  const began = performance.now();
  await Promise.all(urls.flatMap((url) => Array.from({ length: inFlight }, () => loop(url))));
  const perSecond = (1000 * posts) / (performance.now() - began);
  await dispatcher.close();
  return perSecond;
}
