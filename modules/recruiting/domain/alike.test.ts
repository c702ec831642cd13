import { fold } from '@mosty/directory';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alikePairs, type AlikePair } from './alike.ts';
import { handleOf, linkKey } from './link-key.ts';

function pairs(...names: readonly (string | readonly [string, string])[]): AlikePair[] {
  return alikePairs(
    names.map((name, at) => {
      const [spoken, ...links] = typeof name === 'string' ? [name] : name;
      return {
        id: String(at),
        folded: fold(spoken),
        links: links.map(linkKey),
        handles: links.flatMap((link) => handleOf(link) ?? []).map(fold),
      };
    }),
  );
}

it.each([
  ['Оптовик Денис', 'Optovik Denis', 'sounds_same'],
  ['Оптовик Денис', 'оптовик-денис', 'sounds_same'],
  ['Оптовик Денис', 'Денис Оптовик', 'other_order'],
  ['Оптовик Денис', 'Денис Оптовик Казань', 'part'],
  ['Клуб оптовиков', 'Клуб оптовков', 'close'],
] as const)('S1.7: «%s» and «%s» may be one: %s', (one, other, why) => {
  expect(pairs(one, other)).toMatchObject([{ why }]);
});

it('one page behind two spellings is the surest, a handle the next', () => {
  expect(pairs(['Денис', 'https://t.me/s/optdenis'], ['Дениска Опт', 't.me/OptDenis/'])).toMatchObject([
    { why: 'same_link' },
  ]);
  expect(pairs(['Дениска', 't.me/optdenis'], 'ОптДенис')).toMatchObject([{ why: 'handle' }]);
});

it('different people are not proposed', () => {
  expect(pairs('Оптовик Денис', 'Денис', 'Борис Годунов', 'Клуб Волга')).toEqual([]);
});

it('neither the order of names nor who comes first changes what is proposed', () => {
  const names = [
    'Оптовик Денис',
    'Денис Оптовик',
    'Optovik Denis',
    'Клуб оптовиков',
    'Клуб оптовиков Поволжья',
  ];
  const told = (of: readonly string[]) =>
    pairs(...of)
      .map(
        ({ oneId, otherId, why }) =>
          `${names.filter((name) => name === of[Number(oneId)] || name === of[Number(otherId)]).join('|')}|${why}`,
      )
      .sort();
  fc.assert(
    fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
      expect(told(shuffled)).toEqual(told(names));
    }),
  );
});

it('addresses of one page are one', () => {
  expect(linkKey('https://www.VK.com/club1?utm_source=x')).toBe('vk.com/club1');
  expect(linkKey('https://youtube.com/watch?v=Ab1&t=3')).toBe(linkKey('youtube.com/watch?v=Ab1'));
  expect(handleOf('@optdenis')).toBe(handleOf('https://t.me/optdenis'));
});
