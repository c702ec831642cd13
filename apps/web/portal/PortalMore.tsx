import { useMantineColorScheme } from '@mantine/core';
import { PageLink, useLanguage, useMe, useWords } from '@mosty/ui-kit';
import type { RefObject } from 'react';
import { changeLanguage } from '../i18n.ts';
import { Choice } from '../shell/Choice.tsx';
import { LANGUAGES, THEMES } from '../shell/looks.ts';
import { signOut } from '../shell/sign-out.ts';
import type { PortalItem } from './portal-menu.ts';
import classes from './PortalMore.module.css';

/** The pages for which there is no room under the thumb, and what else a device remembers. */
export function PortalMore({
  ref,
  items,
}: {
  ref: RefObject<HTMLDialogElement | null>;
  items: readonly PortalItem[];
}) {
  const t = useWords('shell');
  const { member, looking } = useMe();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const close = (): void => ref.current?.close();
  return (
    // A touch outside lands on the dialog itself, which is only as large as its backdrop allows.
    <dialog
      ref={ref}
      className={classes.sheet}
      aria-label={t('portal.more')}
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      <div className={classes.inside}>
        <div className={classes.who}>
          <span className={classes.name}>{member.name}</span>
          <button type="button" className={classes.close} onClick={close}>
            {t('close')}
          </button>
        </div>
        <ul className={classes.items}>
          {items.map(({ to, label, current }) => (
            <li key={to}>
              <PageLink to={to} className={classes.item} current={current} onClick={close}>
                {label}
              </PageLink>
            </li>
          ))}
        </ul>
        <Choice
          label={t('language')}
          value={language}
          options={LANGUAGES}
          onChange={(one) => void changeLanguage(one)}
        />
        <Choice
          label={t('theme.title')}
          value={colorScheme}
          options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
          onChange={setColorScheme}
        />
        {looking ? null : (
          <button type="button" className={classes.out} onClick={() => void signOut()}>
            {t('me.signOut')}
          </button>
        )}
      </div>
    </dialog>
  );
}
