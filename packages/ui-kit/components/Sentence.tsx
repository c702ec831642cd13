import { Fragment, type ReactNode } from 'react';

interface Props {
  /** From `t`: «Должны <sum/> и заплатим <b>до пятницы</b>». Values inside `{{…}}` are given to `t`. */
  readonly text: string;
  /** What stands in place of `<name/>`: usually a `NumberOpens`. */
  readonly parts?: Readonly<Record<string, ReactNode>>;
}

const MARK = /<b>(.*?)<\/b>|<(\w+)\s*\/>/gsu;

/** A sentence whose numbers open. Word order belongs to the language, so the sentence is one string of words. */
export function Sentence({ text, parts = {} }: Props) {
  const pieces: ReactNode[] = [];
  let from = 0;
  for (const found of text.matchAll(MARK)) {
    pieces.push(text.slice(from, found.index));
    const [whole, strong, name] = found;
    if (strong !== undefined) {
      pieces.push(
        <b>
          <Sentence text={strong} parts={parts} />
        </b>,
      );
    } else if (name !== undefined) pieces.push(parts[name]);
    from = found.index + whole.length;
  }
  pieces.push(text.slice(from));
  // Pieces are positional and never reorder within one text.
  return pieces.map((piece, place) => <Fragment key={`${place}`}>{piece}</Fragment>);
}
