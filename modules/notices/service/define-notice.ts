import type { NoticeKind } from '../contract/kinds.ts';
import type { InBoth } from '../domain/say.ts';

export interface NoticeDefinition {
  /** The kind a person chooses by. */
  readonly kind: NoticeKind;
  /** What happened, with no names and no sums: it stands in letters, and they carry no personal data. */
  readonly title: InBoth;
  /** About whom and how much, filled with what `tell` says: `{{partner}}`. Shown in the program only. */
  readonly text: InBoth;
  /** It speaks of money: employees of a partner who were not granted it are not told. */
  readonly money?: true;
}

const known = new Map<string, NoticeDefinition>();

/**
 * Declares a piece of news. Whoever tells it says here in both languages what it is.
 * @param code `module.what_happened`
 * @throws when the code is misspelled or declared twice, or a title asks to be filled
 */
export function defineNotice(code: string, definition: NoticeDefinition): void {
  if (!/^[a-z]+\.[a-z]+(_[a-z]+)*$/.test(code))
    throw new Error(`the notice ${code} does not read module.what`);
  if (known.has(code)) throw new Error(`the notice ${code} is defined twice`);
  if (/\{\{/.test(definition.title.ru + definition.title.en))
    throw new Error(`the title of ${code} goes into letters: it is filled with nothing`);
  known.set(code, definition);
}

/** Every notice of every module loaded so far. */
export function definedNotices(): ReadonlyMap<string, NoticeDefinition> {
  return known;
}

export function noticeOf(code: string): NoticeDefinition {
  const definition = known.get(code);
  if (!definition) throw new Error(`nobody defined the notice ${code}`);
  return definition;
}
