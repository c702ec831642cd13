import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { Face, paths, useGo, useLanguage, useMe, useWords } from '@mosty/ui-kit';
import { IconCheck, IconKeyboard, IconLogout, IconSelector, IconUser } from '@tabler/icons-react';
import { changeLanguage } from '../i18n.ts';
import { signOut } from './sign-out.ts';
import classes from './WhoAmI.module.css';

const THEMES = ['auto', 'light', 'dark'] as const;
const NAMES = { ru: 'Русский', en: 'English' };

interface Props {
  /** On a phone the face alone. */
  readonly compact?: boolean;
  readonly onKeyboardHelp: () => void;
}

/** Who is signed in and as what; language, light, the way out. */
export function WhoAmI({ compact = false, onKeyboardHelp }: Props) {
  const t = useWords('shell');
  const { member, workspace } = useMe();
  const go = useGo();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const mark = (on: boolean) =>
    on ? <IconCheck size={16} stroke={1.8} /> : <span className={classes.unmarked} />;
  return (
    <Menu position={compact ? 'bottom-end' : 'top-start'} width={244} shadow="md">
      <Menu.Target>
        <UnstyledButton
          className={classes.who}
          data-compact={compact || undefined}
          aria-label={t('me.open', { name: member.name })}
        >
          <Face name={member.name} size={30} />
          {compact ? null : (
            <>
              <span className={classes.words}>
                <span className={classes.name}>{member.name}</span>
                <span className={classes.role}>{t(`roles.${member.role}`)}</span>
              </span>
              <IconSelector size={16} stroke={1.6} className={classes.arrow} />
            </>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {compact ? (
          <Menu.Label>
            {member.name} · {t(`roles.${member.role}`)}
            <br />
            {workspace.name}
          </Menu.Label>
        ) : null}
        <Menu.Item leftSection={<IconUser size={16} stroke={1.6} />} onClick={() => go(paths.me())}>
          {t('me.settings')}
        </Menu.Item>
        {compact ? null : (
          <Menu.Item
            leftSection={<IconKeyboard size={16} stroke={1.6} />}
            rightSection={<kbd className={classes.key}>?</kbd>}
            onClick={onKeyboardHelp}
          >
            {t('keys.title')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Label>{t('language')}</Menu.Label>
        {(['ru', 'en'] as const).map((one) => (
          <Menu.Item
            key={one}
            lang={one}
            leftSection={mark(one === language)}
            closeMenuOnClick={false}
            onClick={() => void changeLanguage(one)}
          >
            {NAMES[one]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('theme.title')}</Menu.Label>
        {THEMES.map((one) => (
          <Menu.Item
            key={one}
            leftSection={mark(one === colorScheme)}
            closeMenuOnClick={false}
            onClick={() => setColorScheme(one)}
          >
            {t(`theme.${one}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} />} onClick={() => void signOut()}>
          {t('me.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
