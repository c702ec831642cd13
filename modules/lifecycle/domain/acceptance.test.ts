import { expect, test } from 'vitest';
import { acceptanceOf } from './acceptance.ts';

test('more than 80 % accepted is told, once there is something to speak of (S0.8)', () => {
  expect(acceptanceOf({ approved: 9, decided: 10 })).toMatchObject({ sharePpm: 900_000, tooMany: true });
  expect(acceptanceOf({ approved: 8, decided: 10 })).toMatchObject({ tooMany: false });
  expect(acceptanceOf({ approved: 2, decided: 2 })).toMatchObject({ sharePpm: 1_000_000, tooMany: false });
});
