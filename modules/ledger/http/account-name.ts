import { said, type Said } from '@mosty/kernel/table-file';
import { words } from '../ui/words.ts';

/** An account in a file, as the screens name it. */
export function accountName(account: string): Said | null {
  return said(account, { ru: words.ru.account, en: words.en.account });
}
