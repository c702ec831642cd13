import { Button, Checkbox, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  FormShell,
  formatWhen,
  LinesSkeleton,
  RefusalNotice,
  useLanguage,
  useMe,
  useParam,
  useRead,
  useVerb,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { fillDealForm, readDealForm } from '../../contract.ts';
import { ClientFields, clientOf, NOBODY } from './ClientFields.tsx';
import classes from './work.module.css';

type Form = AnswerOf<typeof readDealForm>;
type Answer = AnswerOf<typeof fillDealForm>;

/** Handing a client over without signing in. The answer about a duplicate comes at once. */
export default function PublicForm() {
  const t = useWords('deals');
  const token = useParam('token');
  const { data: about, error } = useRead(readDealForm, { params: { token } });
  const [answer, setAnswer] = useState<Answer | null>(null);
  if (error)
    return (
      <>
        <Title order={1}>{t('work.public.noForm')}</Title>
        <RefusalNotice refusal={error} />
      </>
    );
  if (!about) return <LinesSkeleton lines={6} />;
  return (
    <>
      <Title order={1}>{about.title}</Title>
      <p className={classes.text}>{about.company}</p>
      {answer ? (
        <Thanks answer={answer} onMore={() => setAnswer(null)} />
      ) : (
        <Fill token={token} about={about} onAnswer={setAnswer} />
      )}
    </>
  );
}

function Thanks({ answer, onMore }: { answer: Answer; onMore: () => void }) {
  const t = useWords('deals');
  const language = useLanguage();
  const { zone } = useMe().workspace;
  const { answerDueAt } = answer;
  const said =
    answerDueAt || answer.answer === 'taken' || answer.answer === 'yours_already'
      ? t(`work.register.answer.${answer.answer}`, {
          due: answerDueAt ? formatWhen(answerDueAt, 'time', language, zone) : '',
        })
      : t('work.public.noAnswer');
  return (
    <div role="status">
      <p className={classes.text}>{t('work.public.thanks', { answer: said })}</p>
      <Button variant="default" onClick={onMore}>
        {t('work.public.more')}
      </Button>
    </div>
  );
}

interface FillProps {
  readonly token: string;
  readonly about: Form;
  readonly onAnswer: (answer: Answer) => void;
}

function Fill({ token, about, onAnswer }: FillProps) {
  const t = useWords('deals');
  const verb = useVerb(fillDealForm);
  const form = useForm({
    initialValues: { ...NOBODY, registrant: '', fax: '', agreed: false },
    validate: {
      name: (value) => (value.trim() ? null : t('work.register.needName')),
      registrant: (value) =>
        about.isOfPartner || value.trim() ? null : t('refusals.registrant_needed.what'),
      agreed: (value) => (value ? null : t('work.public.needAgree')),
    },
  });
  return (
    <FormShell
      form={form}
      submit={t('work.public.send')}
      busy={verb.isPending}
      refusal={verb.error}
      guard={false}
      onSubmit={async ({ registrant, fax, agreed: _agreed, ...client }) =>
        onAnswer(
          await verb.mutateAsync({
            params: { token },
            body: {
              client: clientOf(client),
              ...(registrant.trim() ? { registrant: registrant.trim() } : {}),
              agreed: true,
              ...(fax ? { fax } : {}),
            },
          }),
        )
      }
    >
      {about.isOfPartner ? null : (
        <TextInput
          label={t('work.public.registrant')}
          description={t('work.public.registrantNote')}
          required
          {...form.getInputProps('registrant')}
        />
      )}
      <ClientFields form={form} />
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
      <Checkbox label={about.consentText} {...form.getInputProps('agreed', { type: 'checkbox' })} />
    </FormShell>
  );
}
