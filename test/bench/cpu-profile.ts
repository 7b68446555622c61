import { Session } from 'node:inspector/promises';

/** Share of the time between start and stop, by what the process did. */
export interface ProfileLine {
  readonly where: string;
  readonly share: number;
}

/** Samples this process while `work` runs, and adds up self time by folder of our code or by package. */
export async function profiled<T>(work: () => Promise<T>): Promise<{ result: T; profile: ProfileLine[] }> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  const result = await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const times = new Map<string, number>();
  const nodes = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
  (profile.samples ?? []).forEach((id, index) => {
    const frame = nodes.get(id);
    const where = frame ? placeOf(frame.url, frame.functionName) : '?';
    times.set(where, (times.get(where) ?? 0) + (profile.timeDeltas?.[index] ?? 0));
  });
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  const lines = [...times].map(([where, time]) => ({ where, share: Math.round((1000 * time) / total) / 1000 }));
  return { result, profile: lines.sort((a, b) => b.share - a.share) };
}

function placeOf(url: string, name: string): string {
  const own = /\/dist\/(libs\/[^/]+(?:\/[^/]+(?=\/))?|apps\/[^/]+|test\/bench)/.exec(url);
  if (own) return own[1];
  const dependency = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url);
  if (dependency) return dependency[1];
  if (name === '(idle)') return 'waiting (PostgreSQL, platform)';
  return name.startsWith('(') ? name : 'node';
}
