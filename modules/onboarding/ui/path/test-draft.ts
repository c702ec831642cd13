import type { PathStep } from '../../contract.ts';

export type Question = PathStep['questions'][number];

export const QUESTIONS_MAX = 5;
export const OPTIONS_MAX = 5;
export const OPTIONS_MIN = 2;

export const newQuestion = (): Question => ({
  ru: { ask: '', options: ['', ''] },
  en: { ask: '', options: ['', ''] },
  right: 0,
});

/** Both languages have the same options in the same places: the right one is right in either. */
export function withOption(question: Question): Question {
  const more = ({ ask, options }: Question['ru']) => ({ ask, options: [...options, ''] });
  return { ...question, ru: more(question.ru), en: more(question.en) };
}

export function withoutOption(question: Question, place: number): Question {
  const less = ({ ask, options }: Question['ru']) => ({ ask, options: options.toSpliced(place, 1) });
  const { right } = question;
  return {
    ru: less(question.ru),
    en: less(question.en),
    // Without the right one nobody knows which is right: the first is, till somebody says otherwise.
    right: right === place ? 0 : right > place ? right - 1 : right,
  };
}

/** Every word is there, in both languages. */
export const isWhole = ({ ru, en, right }: Question): boolean =>
  [ru.ask, en.ask, ...ru.options, ...en.options].every((text) => text.trim() !== '') &&
  ru.options.length === en.options.length &&
  right < ru.options.length;
