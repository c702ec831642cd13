import { useMantineColorScheme } from '@mantine/core';
import { PageLink, paths, useLanguage, useMe, useWords } from '@mosty/ui-kit';
import { useEffect, useRef } from 'react';
import { changeLanguage } from '../i18n.ts';
import { Choice } from './Choice.tsx';
import { LANGUAGES, THEMES } from './looks.ts';
import { signOut } from './sign-out.ts';
import type { WhoAmIProps } from './WhoAmI.tsx';
import classes from './WhoAmI.module.css';

interface Props extends WhoAmIProps {
  /** By which the button opens it. */
  readonly id: string;
  /** The button was pressed before this was here. */
  readonly isAwaited: boolean;
}

/** What the face opens: one's settings, language, light, the way out. */
export function WhoAmIPanel({ id, isAwaited, compact = false, onKeyboardHelp }: Props) {
  const t = useWords('shell');
  const { member, workspace } = useMe();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const panel = useRef<HTMLDivElement>(null);
  const close = (): void => panel.current?.hidePopover();
  const opensAtOnce = useRef(isAwaited);
  useEffect(() => {
    if (opensAtOnce.current) panel.current?.showPopover();
    opensAtOnce.current = false;
  }, []);
  return (
    <div ref={panel} id={id} popover="auto" className={classes.panel} data-compact={compact || undefined}>
      {compact ? (
        <div className={classes.head}>
          <div className={classes.name}>{member.name}</div>
          <div className={classes.role}>
            {t(`roles.${member.role}`)} · {workspace.name}
          </div>
        </div>
      ) : null}
      <PageLink
        to={member.partnerId === null ? paths.me() : paths.portalSignIn()}
        className={classes.item}
        onClick={close}
      >
        {t('me.settings')}
      </PageLink>
      {compact || !onKeyboardHelp ? null : (
        <button
          type="button"
          className={classes.item}
          onClick={() => {
            close();
            onKeyboardHelp();
          }}
        >
          {t('keys.title')}
          <kbd className={classes.key}>?</kbd>
        </button>
      )}
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
      <button type="button" className={classes.item} onClick={() => void signOut()}>
        {t('me.signOut')}
      </button>
    </div>
  );
}
