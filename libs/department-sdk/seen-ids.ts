/** Remembers the ids of webhooks that were acted on. Keep them for as long as the hub tries, three days as it is shipped; a replay by hand may come later still. */
export interface SeenIds {
  has(id: string): Promise<boolean> | boolean;
  add(id: string): Promise<void> | void;
}

const MOST_IDS = 100_000;

/** Ids in memory, the oldest forgotten first: enough for trying out. What must survive a restart belongs into your database. */
export class MemorySeenIds implements SeenIds {
  private readonly ids = new Set<string>();

  constructor(private readonly most: number = MOST_IDS) {}

  has(id: string): boolean {
    return this.ids.has(id);
  }

  add(id: string): void {
    this.ids.add(id);
    if (this.ids.size > this.most) this.ids.delete(this.ids.values().next().value!);
  }
}
