import { expect, test } from 'vitest';
import { emptyRole } from './empty-role.ts';
import { ground } from './ground.fixture.ts';

test('story 15: each empty role of a scenario is one card, told to whoever sits there first', () => {
  const row = { scenarioId: 's', title: 'Выйти на маркетплейс', partnerId: 'p' };
  const found = emptyRole.find(
    [
      { ...row, role: 'implement' },
      { ...row, role: 'expand' },
    ],
    ground,
  );
  expect(found.map(({ subject }) => subject)).toEqual(['s:implement', 's:expand']);
  expect(emptyRole.why(found[0]?.params ?? {}, 'Вектор').ru).toContain('некому внедрить');
});
