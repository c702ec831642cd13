import type { paths } from '@mosty/ui-kit/paths';

/** What the program holds of a requirement, in a sentence, and the page where it is seen first. */
export type Held = Readonly<
  Record<`S${number}.${number}`, readonly [says: string, screen?: keyof typeof paths]>
>;
