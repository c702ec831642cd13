import type { Language } from '@mosty/ui-kit';

const NBSP = '\u00a0';
/** A number and what it counts stay on one line: «68 %», «461 ₽», «№ 7», «12 дней», «20 000». */
const AFTER_NUMBER = /(\d) (?=[%₽€$\p{L}]|\d{3}(?!\d))/gu;
const AFTER_SIGN = /([№§]) (?=\d)/gu;
const BEFORE_DASH = / (?=–)/gu;
/** Prepositions, conjunctions and particles do not hang at the end of a line. */
const SHORT_WORD =
  /(?<=^|[\s«(\u00a0])([АВИКОСУЯавикосуя]|[Нн]а|[Нн]е|[Нн]и|[Пп]о|[Дд]о|[Зз]а|[Ии]з|[Оо]т|[Оо]б|[Кк]о|[Сс]о|[Вв]о|[Нн]о) (?=\S)/gu;
const PARTICLE = / (?=(?:ли|же|бы)(?:[\s.,?!;:)»]|$))/gu;

/** Non-breaking spaces where the language wants them, so that words are written plainly and set well. */
export function setWell(text: string, language: Language): string {
  const set = text.replace(AFTER_NUMBER, `$1${NBSP}`).replace(BEFORE_DASH, NBSP);
  if (language !== 'ru') return set;
  return set.replace(AFTER_SIGN, `$1${NBSP}`).replace(SHORT_WORD, `$1${NBSP}`).replace(PARTICLE, NBSP);
}
