import { lineOf } from '../source-text.ts';

export interface Violation {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly words: string;
}

/** `index` is where in the file's text the trouble stands. */
export function violation(
  file: { readonly path: string; readonly text: string },
  index: number,
  rule: string,
  words: string,
): Violation {
  return { file: file.path, line: lineOf(file.text, index), rule, words };
}

export function printed(it: Violation): string {
  return `${it.file}:${it.line}  ${it.rule}: ${it.words}`;
}
