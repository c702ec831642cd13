import { Title } from '@mantine/core';
import { SchemeCounted } from '@mosty/incentives/parts';
import { LinesSkeleton, RefusalNotice, useLanguage, useParam, useRead, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import { readProgrammePage } from '../contract/programme.ts';
import { ApplyForm } from './ApplyForm.tsx';
import { ProgrammeText } from './ProgrammeText.tsx';
import classes from './programme.module.css';

/** What a stranger reads before asking to work together: for whom, what each side gives, how money is counted. */
export default function ProgrammePage() {
  const t = useWords('recruiting');
  const language = useLanguage();
  const slug = useParam('slug');
  const { data: page, error } = useRead(readProgrammePage, { params: { slug } });
  const [applied, setApplied] = useState(false);
  if (error)
    return (
      <>
        <Title order={1}>{t('programme.none')}</Title>
        <RefusalNotice refusal={error} />
      </>
    );
  if (!page) return <LinesSkeleton lines={8} />;
  const words = page.words[language] ?? page.words.ru ?? page.words.en;
  if (!words) return null;
  const honour = page.honour[language];
  return (
    <>
      <Title order={1}>{words.title}</Title>
      <p className={classes.soft}>{page.company}</p>
      <ProgrammeText words={words} />
      {page.counted ? <SchemeCounted counted={page.counted} /> : null}
      <details className={classes.details}>
        <summary>{honour.title}</summary>
        <p className={classes.text}>{honour.body}</p>
      </details>
      <Title order={2}>{t('programme.apply')}</Title>
      {applied ? (
        <p role="status" className={classes.text}>
          {t('programme.thanks')}
        </p>
      ) : (
        <ApplyForm slug={slug} consent={page.consent} onApplied={() => setApplied(true)} />
      )}
    </>
  );
}
