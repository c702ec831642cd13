import { useMantineColorScheme } from '@mantine/core';
import { Face, PageLink, paths, useLanguage, useMe, useWords } from '@mosty/ui-kit';
import { IconSelector } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import { changeLanguage } from '../i18n.ts';
import { Choice } from './Choice.tsx';
import { LANGUAGES, THEMES } from './looks.ts';
import { signOut } from './sign-out.ts';
import classes from './WhoAmI.module.css';

interface Props {
  /** On a phone the face alone. */
  readonly compact?: boolean;
  /** Of the team's frame; the portal has no letters of its own. */
  readonly onKeyboardHelp?: () => void;
}

/** Who is signed in and as what; language, light, the way out. The browser's own popover: nothing to load. */
export function WhoAmI({ compact = false, onKeyboardHelp }: Props) {
  const t = useWords('shell');
  const { member, workspace } = useMe();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const close = (): void => panel.current?.hidePopover();
  return (
    <>
      <button
        type="button"
        className={classes.who}
        data-compact={compact || undefined}
        popoverTarget={id}
        aria-label={t('me.open', { name: member.name })}
      >
        <Face name={member.name} size={compact ? 32 : 30} />
        {compact ? null : (
          <>
            <span className={classes.words}>
              <span className={classes.name}>{member.name}</span>
              <span className={classes.role}>{t(`roles.${member.role}`)}</span>
            </span>
            <IconSelector size={16} stroke={1.6} className={classes.arrow} />
          </>
        )}
      </button>
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
    </>
  );
}
