import { useMediaQuery } from '@mantine/hooks';
import { Badge, useMe, useWords } from '@mosty/ui-kit';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { Arch } from './Mark.tsx';
import { Menu } from './Menu.tsx';
import { Offline } from './Offline.tsx';
import { loadBottom, loadTop, NARROW } from './frame.ts';
import { useFocusOnMain } from './focus-on-main.ts';
import { useShortcuts } from './shortcuts.ts';
import { WhoAmI } from './WhoAmI.tsx';
import classes from './Shell.module.css';

const TopBar = lazy(async () => ({ default: (await loadTop()).TopBar }));
const BottomBar = lazy(async () => ({ default: (await loadBottom()).BottomBar }));
const loadPalette = () => import('./Palette.tsx');
const Palette = lazy(loadPalette);
const KeyboardHelp = lazy(() => import('./KeyboardHelp.tsx'));
const COMMAND = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K';

const PALETTE_AFTER_MS = 1_500;

/** The frame of the team's pages: contents on the left or under the thumb, the page in the middle. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useWords('shell');
  const { workspace } = useMe();
  const narrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false });
  const [over, setOver] = useState<'palette' | 'create' | 'help' | null>(null);
  useShortcuts({
    palette: () => setOver('palette'),
    create: () => setOver((before) => before ?? 'create'),
    help: () => setOver((before) => before ?? 'help'),
  });
  // Somebody who presses ⌘K goes on typing at once: the palette is here before it is asked for.
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette(), PALETTE_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const main = useFocusOnMain();
  const close = (): void => setOver(null);
  const help = (): void => setOver('help');
  const name = (
    <span className={classes.workspace}>
      <Arch size={22} />
      <span className={classes.workspaceName}>{workspace.name}</span>
      {workspace.isDemo ? <Badge>{t('demo')}</Badge> : null}
    </span>
  );
  return (
    <div className={classes.shell} data-narrow={narrow || undefined}>
      <a href="#main" className={classes.skip}>
        {t('skip')}
      </a>
      {narrow ? (
        <Suspense fallback={<header className={classes.top}>{name}</header>}>
          <TopBar name={name} onFind={() => setOver('palette')} onKeyboardHelp={help} />
        </Suspense>
      ) : (
        <aside className={classes.side}>
          {name}
          <button type="button" className={classes.find} onClick={() => setOver('palette')}>
            <IconSearch size={16} stroke={1.6} aria-hidden="true" />
            {t('palette.open')}
            <kbd className={classes.key}>{COMMAND}</kbd>
          </button>
          <div className={classes.menu}>
            <Menu label={t('menu')} />
          </div>
          <WhoAmI onKeyboardHelp={help} />
        </aside>
      )}
      <main className={classes.main} id="main" tabIndex={-1} ref={main}>
        {children}
      </main>
      <Suspense>{narrow ? <BottomBar label={t('menu')} /> : null}</Suspense>
      <Offline />
      <Suspense>
        {over === 'palette' || over === 'create' ? (
          <Palette mode={over} onClose={close} onHelp={help} />
        ) : null}
        {over === 'help' ? <KeyboardHelp onClose={close} /> : null}
      </Suspense>
    </div>
  );
}
