import { useMediaQuery } from '@mantine/hooks';
import { Badge, toast, useMe, useWords } from '@mosty/ui-kit';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { isMissingCode } from '../missing-code.ts';
import { Arch } from './Mark.tsx';
import { Menu } from './Menu.tsx';
import { Offline } from './Offline.tsx';
import { loadBottom, loadTop, NARROW } from './frame.ts';
import { Part } from './Part.tsx';
import { useFocusOnMain } from './focus-on-main.ts';
import { useShortcuts } from './shortcuts.ts';
import { WhoAmI } from './WhoAmI.tsx';
import classes from './Shell.module.css';

const TopBar = lazy(async () => ({ default: (await loadTop()).TopBar }));
const BottomBar = lazy(async () => ({ default: (await loadBottom()).BottomBar }));
const Bell = lazy(async () => ({ default: (await import('@mosty/notices/parts')).Bell }));
const loadPalette = () => import('./Palette.tsx');
const Palette = lazy(loadPalette);
const loadHelp = () => import('./KeyboardHelp.tsx');
const KeyboardHelp = lazy(loadHelp);
const COMMAND = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K';

const PALETTE_AFTER_MS = 1_500;

type Over = 'palette' | 'create' | 'help';

/** The frame of the team's pages: contents on the left or under the thumb, the page in the middle. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useWords('shell');
  const { workspace } = useMe();
  const narrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false });
  const [over, setOver] = useState<Over | null>(null);
  const lay = async (what: Over, choose: (before: Over | null) => Over = () => what): Promise<void> => {
    try {
      await (what === 'help' ? loadHelp() : loadPalette());
      setOver(choose);
    } catch (error) {
      if (!isMissingCode(error)) throw error;
      toast(t('notCome'));
    }
  };
  const find = (): void => void lay('palette');
  const help = (): void => void lay('help');
  useShortcuts({
    palette: find,
    create: () => void lay('create', (before) => before ?? 'create'),
    help: () => void lay('help', (before) => before ?? 'help'),
  });
  // Somebody who presses ⌘K goes on typing at once: the palette is here before it is asked for.
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), PALETTE_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const main = useFocusOnMain();
  const close = (): void => setOver(null);
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
        <Part fallback={<header className={classes.top}>{name}</header>}>
          <TopBar
            name={name}
            bell={
              <Part>
                <Bell />
              </Part>
            }
            onFind={find}
            onKeyboardHelp={help}
          />
        </Part>
      ) : (
        <aside className={classes.side}>
          <div className={classes.whose}>
            {name}
            <Part>
              <Bell />
            </Part>
          </div>
          <button type="button" className={classes.find} onClick={find}>
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
      <Part>{narrow ? <BottomBar label={t('menu')} /> : null}</Part>
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
