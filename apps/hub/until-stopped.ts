/** Resolves when somebody asks the process to end; asking a second time ends it at once. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const ask = (): void => {
      if (asked) process.exit(130);
      asked = true;
      resolve();
    };
    process.on('SIGINT', ask);
    process.on('SIGTERM', ask);
  });
}

/** A hub that cannot end by itself within this time is ended. */
const MUST_END_MS = 9_000;

/** Ends the process with a code once `work` is done, and in any case. */
export async function endAfter(work: () => Promise<void>, exitCode: () => number): Promise<void> {
  const late = setTimeout(() => process.exit(exitCode()), MUST_END_MS);
  late.unref();
  await work();
  process.exit(exitCode());
}
