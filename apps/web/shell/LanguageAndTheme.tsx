import { ActionIcon, Group, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useLanguage, useWords } from '@mosty/ui-kit';
import { IconMoon, IconSun, IconSunMoon } from '@tabler/icons-react';
import { changeLanguage } from '../i18n.ts';
import classes from './LanguageAndTheme.module.css';

const ICONS = { light: IconSun, dark: IconMoon, auto: IconSunMoon };
const NEXT = { auto: 'light', light: 'dark', dark: 'auto' } as const;

/** Two small switches: the other language by its own name, and the light. Both stay on this device. */
export function LanguageAndTheme() {
  const t = useWords('shell');
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Icon = ICONS[colorScheme];
  const other = language === 'ru' ? 'en' : 'ru';
  return (
    <Group gap={4} wrap="nowrap">
      <UnstyledButton className={classes.language} lang={other} onClick={() => void changeLanguage(other)}>
        {other === 'en' ? 'English' : 'По-русски'}
      </UnstyledButton>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="md"
        aria-label={t('theme.label', {
          now: t(`theme.${colorScheme}`),
          next: t(`theme.${NEXT[colorScheme]}`),
        })}
        title={t(`theme.${colorScheme}`)}
        onClick={() => setColorScheme(NEXT[colorScheme])}
      >
        <Icon size={18} stroke={1.6} />
      </ActionIcon>
    </Group>
  );
}
