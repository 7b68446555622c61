import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime, IANAZone } from 'luxon';
import { RememberedZone } from './remembered-zone.js';

const instant = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2050, 0, 1) });
const zone = fc.constantFrom('Asia/Shanghai', 'Asia/Urumqi', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu');

describe('a zone that remembers', () => {
  it('has the offsets of the zone itself at any instant', () => {
    fc.assert(
      fc.property(zone, instant, (name, at) => {
        expect(RememberedZone.of(name).offset(at)).toBe(IANAZone.create(name).offset(at));
      }),
    );
  });

  it('reads a wall clock as the zone itself does', () => {
    fc.assert(
      fc.property(zone, instant, (name, at) => {
        const wall = DateTime.fromMillis(at, { zone: 'utc' }).toFormat('yyyy-MM-dd HH:mm:ss');
        const read = (of: string | RememberedZone) => DateTime.fromFormat(wall, 'yyyy-MM-dd HH:mm:ss', { zone: of }).toMillis();
        expect(read(RememberedZone.of(name))).toBe(read(name));
      }),
    );
  });
});
