const LEGAL = /^(ООО|ОАО|ЗАО|АО|ПАО|ИП|LLC|LTD|INC)\.?\s+/iu;

/** «Мария Лунёва» → «МЛ», ООО «Вектор CRM» → «ВC». */
export function initials(name: string): string {
  const words = name
    .replace(LEGAL, '')
    .replace(/[«»"“”„()]/gu, ' ')
    .split(/[\s.\-–]+/u)
    .filter(Boolean);
  const letters = words.length > 1 ? [words[0], words[1]] : [words[0]];
  return letters
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase('ru');
}
