import type { FunctionComponent } from 'react';

/** The six groups of the menu, in this order. */
export const NAV_GROUPS = ['today', 'partners', 'deals', 'money', 'reports', 'settings'] as const;
export type NavGroup = (typeof NAV_GROUPS)[number];

/**
 * One page of the app. A module lists its own in `ui/index.tsx`; the shell makes routes, menu and palette of them.
 * Keys of words are in the module's own namespace: `partners.nav`.
 */
export interface Screen {
  /** A pattern of `paths`: `/partners/$partnerId`. */
  readonly path: string;
  readonly area: 'team' | 'portal' | 'public';
  readonly load: () => Promise<{ default: FunctionComponent }>;
  /** Shown in the menu. A page without it is reached from other pages. */
  readonly nav?: {
    readonly group: NavGroup;
    readonly order: number;
    readonly label: string;
    /** Opened seldom: in a long group it waits behind «Ещё», after the others. */
    readonly rare?: true;
  };
  /** Its place in the partner's menu: under the thumb there is room for four, the others come behind «Ещё». */
  readonly portal?: {
    readonly order: number;
    readonly label: string;
    readonly place: 'bar' | 'more';
  };
  /** An action of the module's policy; without the right the menu hides the page and the page explains. */
  readonly permission?: string;
  /** What the reader would be looking for, for the palette; words in both languages. */
  readonly keywords?: string;
}

/** Something the palette can start: `C` lists those of kind `create`. */
export interface ScreenAction {
  readonly id: string;
  readonly kind: 'create' | 'do';
  /** Key of words: `actions.addPartner`. */
  readonly label: string;
  /** Where it begins, made by `paths`. */
  readonly to: string;
  readonly permission?: string;
  readonly keywords?: string;
}

/** Words of a module: nested objects of strings, the same keys in both languages. */
export interface Words {
  readonly [key: string]: string | Words;
}

export interface ModuleWords {
  readonly ru: Words;
  readonly en: Words;
}

/** What a module's `ui/index.tsx` exports. */
export interface ModuleUi {
  readonly screens: readonly Screen[];
  readonly words: ModuleWords;
  readonly actions: readonly ScreenAction[];
}
