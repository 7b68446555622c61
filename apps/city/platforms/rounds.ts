/** Something that goes round until it is stopped. */
export interface Rounds {
  /** Ends after the round in hand. */
  stop(): Promise<void>;
}

/** Runs a round, waits, runs the next; a round that fails does not end the rounds. */
export function startRounds(everyMs: number, round: (going: () => boolean) => Promise<void>): Rounds {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const turn = (): void => {
    running = round(() => !stopped)
      .catch(() => undefined)
      .then(() => {
        if (!stopped) timer = setTimeout(turn, everyMs);
      });
  };
  turn();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
