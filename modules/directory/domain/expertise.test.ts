import { expect, it } from 'vitest';
import { guidesOf, tagsByKey } from './expertise.ts';

const knows = (memberId: string, ...tags: string[]) =>
  [...tagsByKey(tags)].map(([tagKey, tag]) => ({ memberId, tag, tagKey }));

it('one thing is one tag however it is spelt', () => {
  expect([...tagsByKey(['Учёт', 'учет', ' розница']).values()]).toEqual(['Учёт', ' розница']);
});

it('whoever knows more of the partner’s world is offered first, a face before others, a stranger to it never (S1.21)', () => {
  const world = new Set(tagsByKey(['бухгалтерия', 'Розница']).keys());
  const team = [
    ...knows('mem_c', 'логистика'),
    ...knows('mem_a', 'розница'),
    ...knows('mem_b', 'Бухгалтерия', 'розница', 'налоги'),
    ...knows('mem_d', 'розница'),
  ];
  expect(guidesOf(world, team, new Set(['mem_d']))).toEqual([
    { memberId: 'mem_b', matches: ['Бухгалтерия', 'розница'], isFace: false },
    { memberId: 'mem_d', matches: ['розница'], isFace: true },
    { memberId: 'mem_a', matches: ['розница'], isFace: false },
  ]);
  expect(guidesOf(new Set(), team, new Set())).toEqual([]);
});
