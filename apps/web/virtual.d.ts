declare module 'virtual:words' {
  import type { Language, Words } from '@mosty/ui-kit';

  type Bring<T> = () => Promise<{ default: T }>;

  /** The kit's and the shell's words whole, of every module what the menu and the palette say. */
  export const frame: Record<Language, Bring<Record<string, Words>>>;
  /** The words of each module. */
  export const modules: Record<Language, Record<string, Bring<Words>>>;
  /** Whose words the pages of a module say besides their own. */
  export const borrowed: Record<string, readonly string[]>;
}

declare module 'virtual:keywords' {
  /** By the path of a page or the id of an action. */
  export const keywords: Readonly<Record<string, string>>;
}
