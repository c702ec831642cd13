import { translator } from '@mosty/ui-kit/translator';
import { describe, expect, it } from 'vitest';
import { LINE_CODES } from '../contract/explanation.ts';
import { price } from '../domain/price.ts';
import { sale, terms } from '../domain/terms.fixture.ts';
import { lineText } from './line-text.ts';
import type { Say } from './say.ts';
import { words } from './words.ts';

function sayIn(language: 'ru' | 'en'): Say {
  return translator({ language, words: { incentives: words[language] } }, 'incentives');
}

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('an explanation in words (money.md 7)', () => {
  it('has words for every step in both languages', () => {
    for (const code of LINE_CODES) {
      expect(words.ru.line[code], code).toBeTruthy();
      expect(words.en.line[code], code).toBeTruthy();
    }
  });

  it('says base, rate and rounding of a sale as a person would', () => {
    const facts = sale(0n, { amountMicro: 1_234_560_000n });
    const [part] = price(terms({ kind: 'percent', ratePpm: 125_000 }), facts).parts;
    const say = sayIn('ru');
    expect(part?.lines.map((line) => plain(lineText(say, line, 'RUB', 'ru')))).toEqual([
      'Продажа на 12,3456 ₽.',
      '12,5 % от 12,3456 ₽.',
      'Округлено до копейки, половина вверх: 1,54 ₽.',
    ]);
  });

  it('leaves no hole: every figure of the words is in the step', () => {
    for (const language of ['ru', 'en'] as const) {
      const say = sayIn(language);
      const params = {
        amountMicro: '1',
        currency: 'RUB',
        vatMicro: '1',
        ratePpm: 1,
        baseMicro: '1',
        amountMinor: 1,
        partMicro: '1',
        level: 1,
        beforeMicro: '1',
        beforeRatePpm: 1,
        afterMicro: '1',
        month: 1,
        months: 1,
        role: 'source',
        for: '2026-01',
        sharePpm: 1,
        rounding: 'half_even',
        capMinor: 1,
        usedMinor: 1,
        day: '2026-01-01',
        schemeCurrency: 'EUR',
        floorMinor: 1,
        discountPpm: 1,
        maxPpm: 1,
        since: '2026-01-01',
        earnedMinor: 1,
        saleMicro: '1',
        returnedMicro: '1',
        takenBeforeMinor: 1,
        wasMinor: 1,
        becomesMinor: 1,
      };
      for (const code of LINE_CODES)
        expect(lineText(say, { code, params }, 'RUB', language)).not.toMatch(/\{\{|undefined/);
    }
  });
});
