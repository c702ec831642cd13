import { describe, expect, test } from 'vitest';
import { isAccount, isCorrespondentAccount, isFirmInn, isOgrn, isOgrnip, isPersonInn } from './checksums.ts';

/** Every number that differs from this one in a single digit. */
function corruptions(number: string): string[] {
  return [...number].flatMap((digit, place) =>
    [...'0123456789']
      .filter((other) => other !== digit)
      .map((other) => number.slice(0, place) + other + number.slice(place + 1)),
  );
}

const survivors = (number: string, check: (text: string) => boolean) =>
  corruptions(number).filter(check).length;

describe('control digits of public numbers of large Russian companies', () => {
  test.each(['7707083893', '7736207543', '7702070139', '7728168971', '7736050003'])(
    'ИНН %s of a firm holds',
    (inn) => {
      expect(isFirmInn(inn)).toBe(true);
      // Remainders 0 and 10 share the digit 0, so a few single errors cannot show; the rest must.
      expect(survivors(inn, isFirmInn)).toBeLessThanOrEqual(9);
    },
  );

  test('ИНН of a person carries two control digits', () => {
    expect(isPersonInn('500100732259')).toBe(true);
    expect(survivors('500100732259', isPersonInn)).toBeLessThanOrEqual(3);
  });

  test.each(['1027700132195', '1027700229193', '1037700013020'])('ОГРН %s holds', (ogrn) => {
    expect(isOgrn(ogrn)).toBe(true);
    expect(survivors(ogrn, isOgrn)).toBeLessThanOrEqual(12);
  });

  test('ОГРНИП holds by its own remainder', () => {
    expect(isOgrnip('304500116000157')).toBe(true);
    expect(survivors('304500116000157', isOgrnip)).toBeLessThanOrEqual(45);
  });

  test('a correspondent account shows every wrong digit', () => {
    const cases = [
      ['30101810400000000225', '044525225'],
      ['30101810200000000593', '044525593'],
      ['30101810145250000974', '044525974'],
    ] as const;
    for (const [account, bik] of cases) {
      expect(isCorrespondentAccount(account, bik)).toBe(true);
      expect(survivors(account, (text) => isCorrespondentAccount(text, bik))).toBe(0);
    }
  });

  test('a settlement account shows every wrong digit, its own or of the bank’s last three', () => {
    const account = '40702810938000060473';
    const bik = '044525225';
    const found = [...'0123456789']
      .map((digit) => account.slice(0, 8) + digit + account.slice(9))
      .filter((text) => isAccount(text, bik));
    expect(found).toHaveLength(1);
    const valid = found[0] ?? '';
    expect(survivors(valid, (text) => isAccount(text, bik))).toBe(0);
    expect(corruptions('225').filter((tail) => isAccount(valid, `044525${tail}`))).toHaveLength(0);
  });

  test('letters, spaces and a digit too many are no numbers', () => {
    for (const text of ['', '770708389', '77070838930', '770708389x', ' 7707083893', '７７０７０８３８９３'])
      expect(isFirmInn(text)).toBe(false);
  });
});
