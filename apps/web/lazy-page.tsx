import type { Screen } from '@mosty/ui-kit';
import { lazy, useState, type FunctionComponent } from 'react';
import { wordsOfPage } from './i18n.ts';
import { Permitted } from './Permitted.tsx';

type Preloaded = FunctionComponent & { preload: () => Promise<void> };

type Page = Pick<Screen, 'load' | 'permission'> & { readonly module?: string };

/**
 * A page whose code comes when it is needed. The router calls `preload` before showing it (and while the pointer is
 * over a link), so that it is usually here already and nothing flashes.
 */
export function lazyPage({ load, permission, module }: Page): Preloaded {
  let loaded: FunctionComponent | undefined;
  let failed: Error | undefined;
  // Its words come with it.
  const bring = async () => {
    const [page] = await Promise.all([load(), module === undefined ? undefined : wordsOfPage(module)]);
    loaded = page.default;
    return page;
  };
  const Later = lazy(bring);
  function Page() {
    // Chosen once: a page that began as the lazy one must not be replaced, and lose what was typed, by the loaded one.
    const [Shown] = useState<FunctionComponent>(() => loaded ?? Later);
    if (failed) throw failed;
    return permission === undefined ? <Shown /> : <Permitted permission={permission} page={<Shown />} />;
  }
  const preload = async (): Promise<void> => {
    if (loaded) return;
    failed = undefined;
    try {
      await bring();
    } catch (error) {
      // Thrown where the page would stand: a pointer over a link has not opened it, and the frame around it lives on.
      failed = error as Error;
    }
  };
  return Object.assign(Page, { preload });
}
