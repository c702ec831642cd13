import { Button, FileInput } from '@mantine/core';
import { RefusalNotice, SidePanel, toast, useVerb, useWords, type AnswerOf } from '@mosty/ui-kit';
import { useState } from 'react';
import {
  importSurveyAnswers,
  listNames,
  listSurveyAnswers,
  listSurveys,
  readInfluence,
} from '../contract.ts';
import classes from './recruiting.module.css';

const SHOWN_MAX = 50;

/** Answers gathered elsewhere: a file is looked at first, every error told by its line. */
export function ImportAnswers({ surveyId, onClose }: { surveyId: string; onClose: () => void }) {
  const t = useWords('recruiting');
  const [text, setText] = useState<string | null>(null);
  const [seen, setSeen] = useState<AnswerOf<typeof importSurveyAnswers> | null>(null);
  const verb = useVerb(importSurveyAnswers, {
    invalidates: [listSurveys, listSurveyAnswers, listNames, readInfluence],
  });
  const ask = (csv: string, take: boolean) =>
    verb.mutateAsync({ params: { surveyId }, body: { text: csv, take, skipErrors: take } });
  async function look(file: File | null) {
    setSeen(null);
    setText(null);
    if (!file) return;
    const csv = await file.text();
    setText(csv);
    setSeen(await ask(csv, false));
  }
  async function take() {
    if (text === null) return;
    const { taken } = await ask(text, true);
    toast(t('survey.import.done', { count: taken }));
    onClose();
  }
  return (
    <SidePanel opened onClose={onClose} title={t('survey.load')}>
      <p className={classes.text}>{t('survey.import.how')}</p>
      <FileInput
        label={t('survey.import.file')}
        accept=".csv,text/csv"
        onChange={(file) => void look(file).catch(() => undefined)}
      />
      {verb.error ? <RefusalNotice refusal={verb.error} /> : null}
      {seen ? (
        <>
          <p role="status">{t('survey.import.seen', { ...seen, bad: seen.errors.length })}</p>
          <ul>
            {seen.errors.slice(0, SHOWN_MAX).map(({ line, code }) => (
              <li key={`${line} ${code}`}>
                {t('survey.import.line', { line })} {t(`survey.import.error.${code}`)}
              </li>
            ))}
          </ul>
          <Button disabled={seen.good === 0} loading={verb.isPending} onClick={() => void take()}>
            {t('survey.import.take', { count: seen.good })}
          </Button>
        </>
      ) : null}
    </SidePanel>
  );
}
