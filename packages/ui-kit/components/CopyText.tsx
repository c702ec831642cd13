import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../language.ts';
import classes from './CopyText.module.css';

/** Something one takes away exactly: a key, an address, an id. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const t = useWords('kit');
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <span className={classes.copy}>
      <code className={classes.text}>{text}</code>
      {/* Without https the browser gives pages no clipboard; the text selects whole by one click. */}
      {globalThis.navigator?.clipboard ? (
        <Tooltip label={copied ? t('copied') : label}>
          <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={() => void copy()}>
            {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          </ActionIcon>
        </Tooltip>
      ) : null}
    </span>
  );
}
