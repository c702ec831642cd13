import { describe, expect, it } from 'vitest';
import { byModels } from './models.ts';

const journey = (path: string, won: number, lost = 0) => ({ path: path.split(' '), won, lost });

describe('whoever stands by the exit', () => {
  const found = byModels(
    [journey('blog coupon', 60), journey('blog', 40, 100), journey('agent agent', 20, 10)],
    new Map([
      ['coupon', 60],
      ['blog', 40],
      ['agent', 20],
    ]),
  );
  const of = (partnerId: string) => found.find((one) => one.partnerId === partnerId);

  it('is pointed out, and those who begin journeys are not', () => {
    expect(found.filter(({ hijacks }) => hijacks).map(({ partnerId }) => partnerId)).toEqual(['coupon']);
    expect(of('coupon')).toMatchObject({ intercepted: 1_000_000, touches: 60 });
    expect(of('agent')).toMatchObject({ intercepted: 0, touches: 60 });
  });

  it('every model shares out all that was sold', () => {
    for (const model of ['first', 'last', 'linear', 'position', 'decay', 'markov', 'shapley'] as const) {
      const sum = found.reduce((total, { credit }) => total + credit[model], 0);
      expect(Math.abs(sum - 120_000)).toBeLessThanOrEqual(3);
    }
    expect(of('coupon')?.credit).toMatchObject({ paid: 60_000, first: 0, last: 60_000, shapley: 30_000 });
  });
});

it('one who is paid without a touch is there too', () => {
  expect(byModels([], new Map([['agent', 3]]))).toMatchObject([
    { partnerId: 'agent', credit: { paid: 3_000, last: 0 } },
  ]);
});
