import { Injectable } from '@nestjs/common';
import { Clock } from '#domain/ports/clock.js';
import { NewestEvents } from '#storage/reading/newest-events.js';
import { hideIdentitiesIn } from '#domain/privacy/hide-identities.js';
import { PlatformsService } from '../platforms/platforms.service.js';
import { BoardFigures } from './board-figures.js';
import { NeedsMe } from './needs-me.js';

const SHOWN = 20;

/** 工作台: where everything stands, and what waits for a person. */
@Injectable()
export class OverviewService {
  private drawing: ReturnType<OverviewService['draw']> | undefined;

  constructor(
    private readonly figures: BoardFigures,
    private readonly platforms: PlatformsService,
    private readonly events: NewestEvents,
    private readonly needsMe: NeedsMe,
    private readonly clock: Clock,
  ) {}

  /** Whoever asks while it is drawn for somebody else gets the same. */
  show(): ReturnType<OverviewService['draw']> {
    this.drawing ??= this.draw().finally(() => (this.drawing = undefined));
    return this.drawing;
  }

  /** Asks one question after another: the desk takes one connection, and leaves the others to the flow. */
  private async draw() {
    const now = this.clock.now();
    const figures = await this.figures.count(now);
    const platforms = await this.platforms.all();
    const events = hideIdentitiesIn(await this.events.newest(SHOWN));
    return { at: now, ...figures, platforms, events, needsMe: await this.needsMe.list(now) };
  }
}
