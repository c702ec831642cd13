import { Modal, Switch } from '@mantine/core';
import { useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import { lettersAreOn, switchLetters } from './shortcuts.ts';
import classes from './KeyboardHelp.module.css';

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
export const COMMAND = isMac ? '⌘' : 'Ctrl ';

const KEYS: readonly (readonly [keys: string, words: string])[] = [
  [`${COMMAND}K`, 'keys.palette'],
  ['C', 'keys.create'],
  ['?', 'keys.help'],
  ['↑ ↓', 'keys.rows'],
  ['Enter', 'keys.open'],
  ['Home End', 'keys.ends'],
  [`${COMMAND}Enter`, 'keys.send'],
  ['Esc', 'keys.close'],
];

export default function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const t = useWords('shell');
  const [letters, setLetters] = useState(lettersAreOn);
  return (
    <Modal
      opened
      onClose={onClose}
      title={<strong>{t('keys.title')}</strong>}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <dl className={classes.keys}>
        {KEYS.map(([keys, words]) => (
          <div key={words}>
            <dt>
              {keys.split(/(?<=[↑e]) /u).map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
      <Switch
        mt={20}
        label={t('keys.letters')}
        checked={letters}
        onChange={(event) => {
          setLetters(event.currentTarget.checked);
          switchLetters(event.currentTarget.checked);
        }}
      />
    </Modal>
  );
}
