import { expect, test } from 'vitest';
import { topUnseen } from './top-unseen.ts';
import { ground, on } from './ground.fixture.ts';

test('S1.66: a top partner is pinned after thirty days without contact, not on the thirtieth', () => {
  const seen = (days: number) =>
    topUnseen.find([{ partnerId: 'p', seenOn: on(-days), since: on(-400) }], ground);
  expect(seen(30)).toEqual([]);
  expect(seen(31)).toMatchObject([{ pinned: 'unseen', params: { days: 31 } }]);
  expect(topUnseen.find([{ partnerId: 'p', seenOn: null, since: on(-40) }], ground)).toHaveLength(1);
});
