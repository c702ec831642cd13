import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  EmptyState,
  FormShell,
  Loaded,
  PageHeading,
  toast,
  useFormat,
  useMay,
  useRead,
  useVerb,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import { answerPartnerQuestion, listQuestions } from '../../contract/questions.ts';
import classes from '../flags.module.css';

type Question = AnswerOf<typeof listQuestions>['items'][number];

/** What the company asks before it decides anything. */
export default function OwnQuestions() {
  const t = useWords('integrity');
  const read = useRead(listQuestions, {});
  return (
    <>
      <PageHeading title={t('own.title')} answer={t('own.answer')} />
      <Loaded read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('own.emptyTitle')}>{t('own.emptyText')}</EmptyState>
          ) : (
            <ul className={classes.list}>
              {items.map((one) => (
                <li key={one.id} className={classes.item}>
                  <Asked question={one} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

function Asked({ question }: { question: Question }) {
  const t = useWords('integrity');
  const format = useFormat();
  const { answer, answeredAt, dueOn, isClosed, isLate } = question;
  const isOpen = answer === null && !isClosed;
  const when = answeredAt
    ? t('own.answered', { day: format.when(answeredAt) })
    : isClosed
      ? t('own.closed')
      : t(isLate ? 'own.late' : 'own.waits', { day: format.when(dueOn) });
  return (
    <>
      <span className={isLate ? classes.late : classes.soft}>{when}</span>
      <p>
        <b>{question.question}</b>
      </p>
      {answer ? <p>«{answer}»</p> : null}
      {isOpen ? <Answering questionId={question.id} /> : null}
    </>
  );
}

function Answering({ questionId }: { questionId: string }) {
  const t = useWords('integrity');
  const may = useMay('question.answer');
  const verb = useVerb(answerPartnerQuestion, { invalidates: [listQuestions] });
  const form = useForm({
    initialValues: { answer: '' },
    validate: { answer: (value) => (value.trim() ? null : t('own.need')) },
  });
  if (!may) return <p className={classes.soft}>{t('own.onlyOwner')}</p>;
  return (
    <FormShell
      form={form}
      submit={t('own.send')}
      onSubmit={(body) => verb.mutateAsync({ params: { questionId }, body })}
      onDone={() => toast(t('own.done'))}
      busy={verb.isPending}
      refusal={verb.error}
    >
      <Textarea
        label={t('own.field')}
        autosize
        minRows={3}
        maxLength={4000}
        {...form.getInputProps('answer')}
      />
    </FormShell>
  );
}
