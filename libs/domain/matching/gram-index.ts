/** Slots for each gram at least: most are free, so that a gram the text does not have is mostly missed at the first look. */
const ROOM = 8;

/** Finds the grams of one text that is compared with many: a table of slots, linear probing. */
export class GramIndex {
  /** Where a gram stands among the text's, plus 1; 0 is a free slot. */
  private readonly slots: Uint16Array;

  /** No two of the grams differ in their lowest bit only. */
  constructor(readonly grams: ArrayLike<number>) {
    this.slots = new Uint16Array(1 << (32 - Math.clz32(grams.length * ROOM)));
    for (let at = 0; at < grams.length; at += 1) this.slots[this.slotOf(grams[at])] = at + 1;
  }

  /** Where a gram stands in the text, whether in its title or not; -1 where it does not. */
  find(gram: number): number {
    return this.slots[this.slotOf(gram)] - 1;
  }

  /** The slot of a gram, or the free one where it would be; the hashes are well mixed already. */
  private slotOf(gram: number): number {
    const { slots, grams } = this;
    const last = slots.length - 1;
    let slot = (gram >> 1) & last;
    while (slots[slot] !== 0 && grams[slots[slot] - 1] >> 1 !== gram >> 1) slot = (slot + 1) & last;
    return slot;
  }
}
