import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientKeys, KEY_KINDS, type Described } from './client-keys.ts';
import { isSame, strongest, weightOf, type Met } from './likeness.ts';

const keyOf = (client: Described, kind: string) =>
  clientKeys(client).flatMap((one) => (one.kind === kind ? [one.key] : []));
const meet = (a: Described, b: Described): Met[] => {
  const known = new Set(clientKeys(b).map(({ kind, key }) => `${kind} ${key}`));
  return clientKeys(a).flatMap(({ kind, key }) =>
    known.has(`${kind} ${key}`) ? [{ kind, how: 'exact' as const, score: 1 }] : [],
  );
};
const same = (a: Described, b: Described) => isSame(meet(a, b), clientKeys(a), clientKeys(b));

describe('one spelling for many', () => {
  it('legal forms, quotes and alphabets do not tell companies apart', () => {
    const spellings = ['ООО «Ромашка»', 'Ромашка, ООО', 'ромашка', 'Romashka LLC'];
    expect(new Set(spellings.flatMap((name) => keyOf({ name }, 'name'))).size).toBe(1);
    expect(keyOf({ name: 'ООО' }, 'name')).toHaveLength(1);
  });

  it('a phone is its last ten digits', () => {
    const phones = ['+7 916 123-45-67', '8 (916) 1234567', '9161234567'];
    expect(new Set(phones.flatMap((phone) => keyOf({ phone }, 'phone')))).toEqual(new Set(['9161234567']));
    expect(keyOf({ phone: '112' }, 'phone')).toEqual([]);
  });

  it('a work address tells the domain, a public box does not', () => {
    expect(keyOf({ email: 'Anna@Romashka.ru', site: 'https://www.romashka.ru/o-nas' }, 'domain')).toEqual([
      'romashka.ru',
    ]);
    expect(keyOf({ email: 'anna@gmail.com' }, 'domain')).toEqual([]);
    expect(keyOf({ email: 'anna+work@romashka.ru' }, 'email')).toEqual(['anna@romashka.ru']);
  });

  it('a person is known by both names, in either order', () => {
    expect(keyOf({ person: 'Иван Петров' }, 'person')).toEqual(keyOf({ person: 'Петров, Иван' }, 'person'));
    expect(keyOf({ person: 'Иван' }, 'person')).toEqual([]);
  });

  it('a client known by its number only is like nobody', () => {
    expect(clientKeys({ name: 'C-17', externalId: 'C-17' })).toEqual([]);
  });
});

describe('is it the same client', () => {
  const described = fc.record({
    name: fc.option(fc.constantFrom('ООО «Ромашка»', 'Ромашка', 'Лютик', 'Vector')),
    taxNumber: fc.option(fc.constantFrom('7701234567', '77 0123 4567', '5009876543')),
    site: fc.option(fc.constantFrom('romashka.ru', 'https://lutik.ru', 'vk.com/romashka')),
    email: fc.option(fc.constantFrom('a@romashka.ru', 'a@gmail.com', 'b@lutik.ru')),
    phone: fc.option(fc.constantFrom('+7 916 123-45-67', '89161234567', '112')),
    person: fc.option(fc.constantFrom('Иван Петров', 'Петров Иван', 'Иван')),
  });

  it('whoever has a sure key is the same as oneself, and the question has no direction', () => {
    const SURE = ['tax_number', 'domain', 'email', 'phone'];
    fc.assert(
      fc.property(described, described, (a, b) => {
        expect(same(a, b)).toBe(same(b, a));
        if (clientKeys(a).some(({ kind }) => SURE.includes(kind))) expect(same(a, a)).toBe(true);
      }),
    );
  });

  it('two tax numbers are two firms, whatever else they share', () => {
    const shared = { site: 'holding.ru', email: 'info@holding.ru', phone: '+7 495 000-00-00' };
    expect(same({ ...shared, taxNumber: '7701234567' }, { ...shared, taxNumber: '5009876543' })).toBe(false);
    expect(same(shared, { ...shared, taxNumber: '5009876543' })).toBe(true);
  });

  it('a name alone is never enough, and neither is a person’s', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, person) => {
        expect(same({ name, person }, { name, person })).toBe(false);
      }),
    );
  });

  it('any text makes keys that the table takes', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 400 });
    fc.assert(
      fc.property(
        fc.record({ name: text, site: text, email: text, phone: text, person: text, taxNumber: text }),
        (told) => {
          for (const { kind, key } of clientKeys(told)) {
            expect(KEY_KINDS).toContain(kind);
            expect(key.length).toBeGreaterThan(0);
            expect([...key].length).toBeLessThanOrEqual(300);
            expect(key.isWellFormed()).toBe(true);
          }
        },
      ),
    );
  });

  it('another key that meets never makes it less alike', () => {
    const met = fc.array(
      fc.record({
        kind: fc.constantFrom(...KEY_KINDS),
        how: fc.constant('exact' as const),
        score: fc.double({ min: 0.5, max: 1, noNaN: true }),
      }),
    );
    fc.assert(
      fc.property(met, met, (some, more) => {
        expect(weightOf(strongest([...some, ...more]))).toBeGreaterThanOrEqual(
          weightOf(strongest(some)) - 1e-9,
        );
      }),
    );
  });
});
