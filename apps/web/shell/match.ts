/** The Russian letter under each Latin key: somebody types «gfhn» with the wrong layout and means «парт». */
const KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const LETTERS = 'йцукенгшщзхъфывапролджэячсмитьбюё';

export function otherLayout(text: string): string {
  return Array.from(text, (letter) => {
    const key = KEYS.indexOf(letter);
    if (key >= 0) return LETTERS[key] ?? letter;
    const russian = LETTERS.indexOf(letter);
    return russian >= 0 ? (KEYS[russian] ?? letter) : letter;
  }).join('');
}

function plain(text: string): string {
  return text.toLocaleLowerCase('ru').replaceAll('ё', 'е');
}

/** Every word of the query begins some word of the text, in either keyboard layout; ё and е are one letter. */
export function matches(query: string, text: string): boolean {
  const words = plain(text).split(/[\s«»"(),·–-]+/u);
  const fits = (asked: string): boolean =>
    asked.split(/\s+/u).every((part) => words.some((word) => word.startsWith(part)));
  const asked = plain(query.trim());
  return asked === '' || fits(asked) || fits(plain(otherLayout(query.trim().toLocaleLowerCase('ru'))));
}
