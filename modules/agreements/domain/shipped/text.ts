import type { Language } from '@mosty/kernel/operation';

/** A text as the program ships it, until the company writes its own. */
export type ShippedText = Readonly<Record<Language, { readonly title: string; readonly body: string }>>;
