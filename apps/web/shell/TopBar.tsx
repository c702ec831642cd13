import { useWords } from '@mosty/ui-kit';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { WhoAmI } from './WhoAmI.tsx';
import classes from './Shell.module.css';

interface Props {
  readonly name: ReactNode;
  readonly bell: ReactNode;
  readonly onFind: () => void;
  readonly onKeyboardHelp: () => void;
}

/** Above the page of a narrow screen: whose company it is, the search and who one is. */
export function TopBar({ name, bell, onFind, onKeyboardHelp }: Props) {
  const t = useWords('shell');
  return (
    <header className={classes.top}>
      {name}
      <button type="button" className={classes.findNarrow} aria-label={t('palette.open')} onClick={onFind}>
        <IconSearch size={20} stroke={1.6} />
      </button>
      {bell}
      <WhoAmI compact onKeyboardHelp={onKeyboardHelp} />
    </header>
  );
}
