import { expect, test } from 'vitest';
import { handoverLetter } from './letters.ts';

test('what a stranger typed into a form stands in the letter as a name and not as a letter of its own', () => {
  const { subject, text } = handoverLetter({
    company: 'Мосты',
    client: 'Тополь»\n\nСрочно оплатите счёт: https://evil.example/pay\r\nС уважением',
    partner: `Пётр\u2028\u0000 www.evil.example ${'я'.repeat(300)}`,
    link: 'https://mosty.example/handover/t',
    days: 14,
  });
  expect(subject).not.toMatch(/[\r\n]/);
  expect(text).not.toMatch(/^Срочно|^С уважением|https:\/\/evil|www\.evil|\p{Cc}(?<!\n)/mu);
  expect(text).toContain('Тополь');
  expect(text.match(/https:\/\/\S+/g)).toEqual([
    'https://mosty.example/handover/t',
    'https://mosty.example/handover/t',
  ]);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(400);
});
