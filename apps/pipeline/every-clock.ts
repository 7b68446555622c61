import { Inject, Injectable } from '@nestjs/common';
import { WatchClocks } from '#pipeline/watch-clocks.js';
import { WatchUndertakings } from '#pipeline/watch-undertakings.js';

/** The clocks of the cases and those of the lists; neither waits for the other's trouble. */
@Injectable()
export class EveryClock {
  constructor(
    @Inject(WatchClocks) private readonly cases: WatchClocks,
    @Inject(WatchUndertakings) private readonly undertakings: WatchUndertakings,
  ) {}

  watch(): Promise<void> {
    return this.cases.watch().finally(() => this.undertakings.watch());
  }
}
