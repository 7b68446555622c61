import type { PlatformId } from '../ids.js';
import type { PlatformUpdate } from './platform-adapter.js';

/** Answers for platforms that come and fetch them: what is put up here, they see when they ask next. */
export abstract class PublishedUpdates {
  /** Puts an update up, once a reference. False: that platform has no report of that id. */
  abstract publish(platform: PlatformId, update: PlatformUpdate): Promise<boolean>;

  abstract isShown(platform: PlatformId, reference: string): Promise<boolean>;
}

/** One platform's part of them, for its adapter, which does not know its own name. */
export interface UpdateBoard {
  publish(update: PlatformUpdate): Promise<boolean>;
  shows(reference: string): Promise<boolean>;
}

export const boardOf = (published: PublishedUpdates, platform: PlatformId): UpdateBoard => ({
  publish: (update) => published.publish(platform, update),
  shows: (reference) => published.isShown(platform, reference),
});
