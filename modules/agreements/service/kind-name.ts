import { said, type Said } from '@mosty/kernel/table-file';
import { words } from '../ui/words.ts';

/** A kind of agreement in a file, as the screens name it. */
export function kindName(kind: string): Said | null {
  return said(kind, { ru: words.ru.kind, en: words.en.kind });
}
