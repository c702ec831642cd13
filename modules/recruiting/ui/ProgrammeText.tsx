import { Title } from '@mantine/core';
import { useWords } from '@mosty/ui-kit';
import type { ProgrammeWords } from '../contract/programme.ts';
import classes from './programme.module.css';

const PARTS = ['forWhom', 'weGive', 'theyGive', 'money'] as const;

/** The page as strangers read it; the settings show the very same before it is saved. */
export function ProgrammeText({ words }: { words: ProgrammeWords }) {
  const t = useWords('recruiting');
  return (
    <>
      <p className={classes.text}>{words.lead}</p>
      {PARTS.map((part) => (
        <section key={part}>
          <Title order={2}>{t(`programme.parts.${part}`)}</Title>
          <ul>
            {words[part]
              .split('\n')
              .filter((line) => line.trim() !== '')
              .map((line) => (
                <li key={line}>{line}</li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
