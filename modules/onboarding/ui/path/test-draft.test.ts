import { expect, it } from 'vitest';
import { pathStep } from '../../contract.ts';
import { SHIPPED_PATH } from '../../domain/shipped/path.ts';
import { isWhole, newQuestion, withOption, withoutOption, type Question } from './test-draft.ts';

const question: Question = {
  ru: { ask: 'Сколько?', options: ['раз', 'два', 'три'] },
  en: { ask: 'How many?', options: ['one', 'two', 'three'] },
  right: 2,
};

it('S3.6: the right answer of a test stays the right one whatever is taken away beside it', () => {
  expect(withoutOption(question, 0)).toMatchObject({ right: 1, ru: { options: ['два', 'три'] } });
  expect(withoutOption(question, 2)).toMatchObject({ right: 0, en: { options: ['one', 'two'] } });
  expect(withOption(question)).toMatchObject({ right: 2, ru: { options: ['раз', 'два', 'три', ''] } });
});

it('a test is published whole: every question and option in both languages', () => {
  expect(isWhole(newQuestion())).toBe(false);
  expect(isWhole(question)).toBe(true);
  expect(isWhole(withOption(question))).toBe(false);
  expect(isWhole({ ...question, right: 3 })).toBe(false);
  for (const { questions } of SHIPPED_PATH.steps) expect(questions.every(isWhole)).toBe(true);
  const [first] = SHIPPED_PATH.steps;
  expect(pathStep.safeParse({ ...first, questions: [question] }).success).toBe(true);
});
