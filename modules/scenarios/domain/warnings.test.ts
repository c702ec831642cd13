import { expect, test } from 'vitest';
import { warningsOf } from './warnings.ts';

const seat = (
  position: number,
  role: 'source' | 'implement' | 'expertise' | 'expand',
  sits: boolean | 'over',
) => ({
  position,
  role,
  agreementId: sits === false ? null : ('agr_1' as never),
  inForce: sits === true,
});
const codes = (...seats: ReturnType<typeof seat>[]) =>
  warningsOf(seats).map(({ code, positions }) => [code, ...positions]);

test('clear roles say nothing (S3.21, S3.38)', () => {
  expect(codes(seat(1, 'source', true), seat(2, 'implement', true), seat(3, 'expertise', true))).toEqual([]);
});

test('unclear ones are said aloud, with where (S3.20)', () => {
  expect(codes(seat(1, 'source', true), seat(2, 'source', true), seat(3, 'implement', true))).toEqual([
    ['two_sources', 1, 2],
  ]);
  expect(codes(seat(1, 'expand', true))).toEqual([['no_source'], ['nobody_implements']]);
});

test('a seat without a partner is a gap, one whose agreement is over only looks taken (S3.23)', () => {
  expect(codes(seat(1, 'source', false), seat(2, 'implement', 'over'))).toEqual([
    ['gap', 1],
    ['agreement_over', 2],
  ]);
});
