import { expect, it } from 'vitest';
import { SHIPPED_PATH } from '../../domain/shipped/path.ts';
import { moved, newCode, stepsOf, withStep } from './draft.ts';

const { steps } = SHIPPED_PATH;
const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);

it('a step moves past the neighbour that is shown; those of other kinds stay where they were', () => {
  const shown = stepsOf(steps, 'product', '');
  expect(codes(shown)).toEqual(['first_talk', 'own_try', 'test_stand']);
  const next = moved(steps, shown, 'test_stand', -1);
  expect(codes(stepsOf(next, 'product', ''))).toEqual(['first_talk', 'test_stand', 'own_try']);
  expect(codes(stepsOf(next, 'audience', ''))).toEqual(codes(stepsOf(steps, 'audience', '')));
  expect(moved(steps, shown, 'first_talk', -1)).toEqual(steps);
  expect(codes(stepsOf(steps, 'product', 'creator'))).toEqual(['first_talk', 'own_try']);
});

it('a new step stands last in its part, and a step told anew keeps its place', () => {
  const first = steps[0];
  if (!first) throw new Error('no step');
  const added = withStep(steps, { ...first, code: newCode(steps) });
  expect(codes(stepsOf(added, 'product', ''))).toEqual(['first_talk', 'own_try', 'test_stand', 'own_12']);
  expect(added).toHaveLength(steps.length + 1);
  expect(codes(withStep(steps, { ...first, days: 2 }))).toEqual(codes(steps));
  const carried = withStep(steps, { ...first, part: 'first_deals' });
  expect(carried.at(-1)?.code).toBe('first_talk');
});
