import { expect, test } from 'vitest';
import { dealStuck } from './deal-stuck.ts';
import { ground, on } from './ground.fixture.ts';

test("S3.37: a deal is stuck after two weeks at the partner's turn; at ours it is no fault of theirs", () => {
  const row = { dealId: 'd', number: 7, partnerId: 'p', amountMinor: 1_000_000n, probabilityPpm: 500_000 };
  const stuck = (days: number, turn: string) =>
    dealStuck.find([{ ...row, movedOn: on(-days), turn }], ground);
  expect(stuck(13, 'source')).toEqual([]);
  expect(stuck(14, 'us')).toEqual([]);
  expect(stuck(14, 'source')).toMatchObject([{ stakeMinor: 200_000n }]);
});
