import { expect, test } from 'vitest';
import { askingCounter, networkOf } from './count-asking.ts';

test('the one who asks all the time is remembered through a crowd of others', () => {
  const isTooOften = askingCounter(3, 60_000);
  let heard = false;
  for (let at = 0; at < 30_000; at += 1) {
    if (at % 5_000 === 0) heard = isTooOften('one', at);
    isTooOften(`stranger ${at}`, at);
  }
  expect(heard).toBe(true);
});

test('a window that is over is over', () => {
  const isTooOften = askingCounter(1, 1_000);
  expect([isTooOften('one', 0), isTooOften('one', 999), isTooOften('one', 1_000)]).toEqual([
    false,
    true,
    false,
  ]);
});

test('a household of IPv6 is one address', () => {
  expect(networkOf('2001:db8:0:7:1::1')).toBe(networkOf('2001:db8:0:7:ffff:1:2:3'));
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0');
  expect(networkOf('2001:db8::1')).not.toBe(networkOf('2001:db8:0:1::1'));
  expect(networkOf('203.0.113.9')).toBe('203.0.113.9');
  expect(networkOf('::ffff:203.0.113.9')).toBe('::ffff:203.0.113.9');
});
