import { expect, test } from 'vitest';
import { silence } from './silence.ts';
import { ground } from './ground.fixture.ts';

test('S1.59, S1.66: whoever is silent is worth what they brought before, at a quarter; whoever fades less', () => {
  const found = silence.find(
    [
      { partnerId: 'p', state: 'silent', days: 74, marginBefore: 300_000n },
      { partnerId: 'p', state: 'fading', days: 20, marginBefore: 0n },
    ],
    ground,
  );
  expect(found.map(({ stakeMinor, liftPpm }) => [stakeMinor, liftPpm])).toEqual([
    [300_000n, 250_000],
    [100_000n, 150_000],
  ]);
  expect(silence.why({ state: 'silent', days: 74 }, 'Клуб').ru).toBe('«Клуб» молчит 74 дня');
});
