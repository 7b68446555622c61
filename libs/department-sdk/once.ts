import { MemorySeenIds, type SeenIds } from './seen-ids.js';

/** Acts on each webhook once, however often it is delivered. */
export class Once {
  private readonly underWay = new Map<string, Promise<void>>();

  constructor(private readonly seen: SeenIds = new MemorySeenIds()) {}

  /**
   * Does the work of a message unless it was done before. Work that throws is not remembered: answer with 5xx, and the hub
   * brings the message again. A message that comes while its work is under way shares the end of it.
   */
  async act(id: string, work: () => Promise<void> | void): Promise<'acted' | 'repeat'> {
    const begun = this.underWay.get(id);
    if (begun) return begun.then(() => 'repeat');
    let isRepeat = false;
    const doing = (async () => {
      isRepeat = await this.seen.has(id);
      if (isRepeat) return;
      await work();
      await this.seen.add(id);
    })();
    this.underWay.set(id, doing);
    try {
      await doing;
      return isRepeat ? 'repeat' : 'acted';
    } finally {
      this.underWay.delete(id);
    }
  }
}
