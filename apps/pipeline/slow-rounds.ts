import { Inject, Injectable } from '@nestjs/common';
import { ForgetCitizens } from '#pipeline/privacy/forget-citizens.js';
import { WatchHot } from '#pipeline/watch-hot.js';

/** What need not be looked at all the time: what grows hot, and whose time is over. */
@Injectable()
export class SlowRounds {
  constructor(
    @Inject(WatchHot) private readonly hot: WatchHot,
    @Inject(ForgetCitizens) private readonly citizens: ForgetCitizens,
  ) {}

  async watchHot(): Promise<void> {
    await this.hot.watch();
  }

  async forgetCitizens(): Promise<void> {
    await this.citizens.forgetAll();
  }
}
