import { expect, it } from 'vitest';
import { readAnswerFile } from './answer-file.ts';
import { readName, readNames } from './read-names.ts';

it('names of a free answer: lines, commas, list marks; «нет» is nobody', () => {
  expect(readNames('1. Оптовик Денис, Клуб оптовиков\n– Складской\nнет').map(({ spoken }) => spoken)).toEqual(
    ['Оптовик Денис', 'Клуб оптовиков', 'Складской'],
  );
});

it('a name with its address, and an address alone', () => {
  expect(readName('Оптовик Денис (https://t.me/optdenis)')).toEqual({
    spoken: 'Оптовик Денис',
    link: 'https://t.me/optdenis',
  });
  expect(readName('@optdenis')).toEqual({ spoken: '@optdenis', link: '@optdenis' });
  expect(readName('https://www.t.me/optdenis/')?.spoken).toBe('t.me/optdenis');
  expect(readName('Иванов И.И.')).toEqual({ spoken: 'Иванов И.И.', link: null });
});

it('a file is read with what is wrong told by line', () => {
  const read = readAnswerFile(
    'Дата;Кого слушаете;Чем пользуетесь;Почта\n01.02.2026;"Денис\nКлуб";МойСклад;a@b.ru\n;;;\n31.02.2026;Денис;;\n2026-02-03;;;c@d.ru\n2026-02-03;Денис;;не почта\n',
    '2026-03-02',
  );
  expect(read?.lines).toBe(4);
  expect(read?.good).toMatchObject([
    { line: 2, answeredOn: '2026-02-01', whom: [{ spoken: 'Денис' }, { spoken: 'Клуб' }], email: 'a@b.ru' },
  ]);
  expect(read?.errors).toEqual([
    { line: 5, code: 'bad_date' },
    { line: 6, code: 'nothing_said' },
    { line: 7, code: 'bad_email' },
  ]);
});

it('a file without a column of names is not guessed at', () => {
  expect(readAnswerFile('a,b\n1,2\n', '2026-03-02')).toBeNull();
});
