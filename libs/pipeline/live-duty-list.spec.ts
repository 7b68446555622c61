import { describe, expect, it } from '@jest/globals';
import { DutyBook, type DutyVersion } from '#domain/ports/duty-book.js';
import { buildDutyList } from '#domain/routing/build-duty-list.js';
import type { DutyList } from '#domain/routing/duty-list.js';
import type { OwnDuties } from '#domain/routing/own-duties.js';
import type { City } from './city.js';
import { LiveDutyList } from './live-duty-list.js';

const NOTHING: OwnDuties = { duties: [], componentOwners: [], territory: {} };
const list = buildDutyList({ duties: [], componentOwners: [], territory: new Map() });

class Shelf extends DutyBook {
  asked = 0;
  versions: DutyVersion[] = [];
  override async newerThan(version: number): Promise<DutyVersion | undefined> {
    this.asked += 1;
    return this.versions.filter((one) => one.version > version).at(-1);
  }
  publish(own: OwnDuties = NOTHING): void {
    const version = this.versions.length + 1;
    this.versions.push({ version, own, base: version - 1, because: '', by: 'li', at: new Date(0) });
  }
}

/** Refuses whatever names the backstop `nobody`. */
function aList() {
  const shelf = new Shelf();
  const live: DutyList[] = [];
  const city = { dispatchBy: (duties: DutyList) => void live.push(duties) } as unknown as City;
  const following = new LiveDutyList(shelf, city, ({ backstop }) =>
    backstop === 'nobody' ? { faults: ['there is no department nobody'] } : { duties: list, faults: [] },
  );
  return { shelf, live, following };
}

describe('LiveDutyList', () => {
  it('leaves the folder’s list where nothing was published', async () => {
    const { live, following } = aList();
    await following.refresh();
    expect([following.version, live]).toEqual([0, []]);
  });

  it('takes over the newest version once, whoever published it', async () => {
    const { shelf, live, following } = aList();
    shelf.publish();
    shelf.publish();
    await following.refresh();
    await following.refresh();
    expect([following.version, live]).toEqual([2, [list]]);
  });

  it('goes on with what it had when a version does not fit the folder, says so once, and takes the next', async () => {
    const { shelf, live, following } = aList();
    shelf.publish();
    await following.refresh();
    shelf.publish({ ...NOTHING, backstop: 'nobody' });
    await expect(following.refresh()).rejects.toThrow('version 2 of the duty list does not fit the configuration folder');
    await following.refresh();
    expect([following.version, live.length]).toEqual([1, 1]);
    shelf.publish();
    await following.refresh();
    expect([following.version, live.length]).toEqual([3, 2]);
  });
});
