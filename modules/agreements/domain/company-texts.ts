import { createHash } from 'node:crypto';
import type { TextKind } from '../contract/texts.ts';
import { CODE_OF_HONOUR } from './shipped/code-of-honour.ts';
import { PERSONAL_DATA } from './shipped/personal-data.ts';
import type { ShippedText } from './shipped/text.ts';

const SHIPPED: Readonly<Record<TextKind, ShippedText>> = {
  code_of_honour: CODE_OF_HONOUR,
  personal_data: PERSONAL_DATA,
};

/** The text as shipped, with the company named where the operator of the data has to be. */
export function shippedText(kind: TextKind, company: string): ShippedText {
  const { ru, en } = SHIPPED[kind];
  const named = (words: { title: string; body: string }) => ({
    ...words,
    body: words.body.replaceAll('{company}', company),
  });
  return { ru: named(ru), en: named(en) };
}

/** SHA-256 of every word in both languages, bound to the kind and the version: what is accepted is what was read. */
export function textHash(kind: TextKind, version: number, { ru, en }: ShippedText): string {
  const text = JSON.stringify([kind, version, ru.title, ru.body, en.title, en.body]);
  return createHash('sha256').update(text).digest('hex');
}
