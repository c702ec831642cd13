import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, nameKey, searchText } from './fold.ts';

describe('fold: one spelling for many', () => {
  it.each([
    ['Ёлка', 'елка'],
    ['Ёлка', 'Yolka'],
    ['Вектор', 'Vector'],
    ['Вектор', 'vektor'],
    ['Цифра', 'Tsifra'],
    ['Цифра', 'Cifra'],
    ['Щука и Хвост', 'Shchuka i Khvost'],
    ['Юлия Чехова', 'Yuliya Chekhova'],
    ['Максим', 'Maxim'],
    ['ООО «Рога, копыта»', 'ооо рога копыта'],
    ['Файл', 'Фаил'],
    ['Café', 'cafe'],
  ])('«%s» is found as «%s»', (written, typed) => {
    expect(fold(typed)).toBe(fold(written));
  });

  it('is the same whatever the case and whether ё was typed', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя abcdefghijklmnopqrstuvwxyz'),
    });
    fc.assert(
      fc.property(letters, (text) => {
        expect(fold(text.toUpperCase().replaceAll('Ё', 'Е'))).toBe(fold(text));
      }),
    );
  });

  it('never gives an empty key to a name', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
        (name) => nameKey(name) !== '',
      ),
    );
  });

  it.each([
    ['Агент 11', 'Агент 1'],
    ['Вектор', 'Vector'],
    ['Анна', 'Ана'],
  ])('never takes «%s» and «%s» for one name where money follows', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });

  it('takes «Ёлка» and  елка  for one name', () => {
    expect(nameKey(' «Ёлка»  Плюс')).toBe(nameKey('елка плюс'));
  });

  it('stays short enough for an index, whatever the letters', () => {
    expect(nameKey('\ufdfa'.repeat(300)).length).toBeLessThanOrEqual(300);
  });

  it('keeps the digits of a tax number', () => {
    expect(searchText({ name: 'Вектор', taxNumber: '7711223344' })).toContain('=7711223344');
  });
});
