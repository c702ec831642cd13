import { Button, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  FormShell,
  LinesSkeleton,
  RefusalNotice,
  useFilters,
  paths,
  useParam,
  useRead,
  useVerb,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { answerSurvey, readSurveyForm } from '../contract.ts';
import classes from './recruiting.module.css';
import { browserMark } from './browser-mark.ts';

type Asked = AnswerOf<typeof readSurveyForm>;
type Answer = AnswerOf<typeof answerSurvey>['answer'];

/** Two questions to customers, without a sign-in (S1.7). */
export default function PublicSurvey() {
  const t = useWords('recruiting');
  const token = useParam('token');
  const { data: asked, error } = useRead(readSurveyForm, { params: { token } });
  const [answer, setAnswer] = useState<Answer | null>(null);
  if (error)
    return (
      <>
        <Title order={1}>{t('survey.public.none')}</Title>
        <RefusalNotice refusal={error} />
      </>
    );
  if (!asked) return <LinesSkeleton lines={6} />;
  return (
    <div lang={asked.language}>
      <Title order={1}>{asked.title}</Title>
      <p className={classes.text}>{asked.company}</p>
      {answer ? (
        <p role="status" className={classes.text}>
          {t(answer === 'taken' ? 'survey.public.thanks' : 'survey.public.already')}
        </p>
      ) : (
        <>
          {asked.intro ? <p className={classes.text}>{asked.intro}</p> : null}
          <Fill token={token} asked={asked} onAnswer={setAnswer} />
        </>
      )}
    </div>
  );
}

interface FillProps {
  readonly token: string;
  readonly asked: Asked;
  readonly onAnswer: (answer: Answer) => void;
}

function Fill({ token, asked, onAnswer }: FillProps) {
  const t = useWords('recruiting');
  const [{ who }] = useFilters(paths.answerSurvey);
  const verb = useVerb(answerSurvey);
  const mustSign = asked.signature === 'must';
  const form = useForm({
    initialValues: { whom: '', tools: '', name: '', email: '', fax: '' },
    validate: {
      whom: (value, { tools }) => (value.trim() || tools.trim() ? null : t('survey.public.needAny')),
      name: (value) => (mustSign && !value.trim() ? t('survey.public.needName') : null),
      email: (value) =>
        (mustSign && !value.trim()) || (value.trim() && !value.includes('@'))
          ? t('survey.public.needEmail')
          : null,
    },
  });
  const [isSigning, sign] = useState(mustSign);
  return (
    <FormShell
      form={form}
      submit={t('survey.public.send')}
      busy={verb.isPending}
      refusal={verb.error}
      guard={false}
      onSubmit={async ({ whom, tools, name, email, fax }) => {
        const { answer } = await verb.mutateAsync({
          params: { token },
          body: {
            whom,
            tools,
            ...(name.trim() ? { name: name.trim() } : {}),
            ...(email.trim() ? { email: email.trim() } : {}),
            respondent: who || browserMark(),
            ...(fax ? { fax } : {}),
          },
        });
        onAnswer(answer);
      }}
    >
      <Textarea
        label={asked.whomQuestion}
        description={t('survey.public.how')}
        autosize
        minRows={3}
        maxLength={2_000}
        {...form.getInputProps('whom')}
      />
      <Textarea
        label={asked.toolsQuestion}
        autosize
        minRows={2}
        maxLength={2_000}
        {...form.getInputProps('tools')}
      />
      {/* Nobody sees it and nobody reaches it: only a program fills it. */}
      <input
        className={classes.honey}
        type="text"
        name="fax"
        tabIndex={-1}
        aria-hidden="true"
        autoComplete="off"
        {...form.getInputProps('fax')}
      />
      {asked.signature === 'may' && !isSigning ? (
        <div>
          <p className={classes.soft}>{t('survey.public.anonymous')}</p>
          <Button variant="subtle" size="compact-sm" onClick={() => sign(true)}>
            {t('survey.public.sign')}
          </Button>
        </div>
      ) : null}
      {asked.signature !== 'nobody' && isSigning ? (
        <>
          <TextInput
            label={t('survey.public.name')}
            autoComplete="name"
            required={mustSign}
            maxLength={200}
            {...form.getInputProps('name')}
          />
          <TextInput
            label={t('survey.public.email')}
            description={t('survey.public.emailNote')}
            type="email"
            autoComplete="email"
            required={mustSign}
            maxLength={200}
            {...form.getInputProps('email')}
          />
        </>
      ) : null}
    </FormShell>
  );
}
