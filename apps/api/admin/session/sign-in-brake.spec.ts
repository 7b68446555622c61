import { describe, expect, it } from '@jest/globals';
import { Clock } from '#domain/ports/clock.js';
import { SignInBrake } from './sign-in-brake.js';

class SteppingClock extends Clock {
  seconds = 0;
  override now(): Date {
    return new Date(this.seconds * 1000);
  }
}

describe('the brake on guessing passwords', () => {
  const failing = (times: number, address = '10.0.0.1') => {
    const clock = new SteppingClock();
    const brake = new SignInBrake(clock);
    for (let tries = 0; tries < times; tries += 1) brake.failed('li', address);
    return { clock, brake };
  };

  it('lets a person mistype five times', () => {
    expect(() => failing(5).brake.check('li', '10.0.0.1')).not.toThrow();
  });

  it('doubles the wait with every wrong password after that', () => {
    const { clock, brake } = failing(8);
    clock.seconds = 3.9;
    expect(() => brake.check('li', '10.0.0.1')).toThrow('too many wrong passwords');
    clock.seconds = 4;
    expect(() => brake.check('li', '10.0.0.1')).not.toThrow();
  });

  it('does not keep the right person at another address out', () => {
    expect(() => failing(20).brake.check('li', '10.0.0.2')).not.toThrow();
  });

  it('stops an address that tries many names', () => {
    const brake = new SignInBrake(new SteppingClock());
    for (let name = 0; name < 31; name += 1) brake.failed(`name${name}`, '10.0.0.1');
    expect(() => brake.check('another', '10.0.0.1')).toThrow('too many wrong passwords');
  });

  it('forgets what a right password makes good', () => {
    const { brake } = failing(9);
    brake.succeeded('li', '10.0.0.1');
    expect(() => brake.check('li', '10.0.0.1')).not.toThrow();
  });
});
