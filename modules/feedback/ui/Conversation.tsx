import { Button, Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Badge, FormShell, toast, useFormat, useVerb, useWords, When } from '@mosty/ui-kit';
import {
  addMessage,
  closeThread,
  countThreads,
  listThreads,
  readThread,
  VERDICTS,
  type Thread,
  type Verdict,
} from '../contract.ts';
import classes from './talk.module.css';

const CHANGES = { invalidates: [listThreads, readThread, countThreads] };

/** All that was said, who answers by what day, and the place for the next word. Both sides see the same. */
export function Conversation({ thread }: { thread: Thread }) {
  const t = useWords('feedback');
  const format = useFormat();
  const close = useVerb(closeThread, CHANGES);
  const params = { threadId: thread.id };
  return (
    <>
      {thread.answerBy ? (
        <p className={thread.isLate ? classes.late : classes.soft}>
          {thread.isLate ? `${t('thread.late')}. ` : null}
          {t(thread.answerer ? 'thread.by' : 'thread.byNobody', {
            name: thread.answerer?.name ?? '',
            day: format.when(thread.answerBy),
          })}
        </p>
      ) : null}
      <ol className={classes.said}>
        {thread.messages.map((message) => (
          <li key={message.id} className={classes[message.side]}>
            <span className={classes.author}>
              <b>{message.author}</b>
              <When value={message.at} />
              {message.verdict ? <VerdictMark verdict={message.verdict} /> : null}
            </span>
            <p className={classes.text}>{message.text}</p>
          </li>
        ))}
      </ol>
      {thread.state === 'closed' ? <p className={classes.soft}>{t('thread.closed')}</p> : null}
      {thread.can.write ? <NextWord key={thread.messages.length} thread={thread} /> : null}
      {thread.can.close ? (
        <div className={classes.foot}>
          <Button variant="subtle" loading={close.isPending} onClick={() => close.mutate({ params })}>
            {t('thread.close')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const t = useWords('feedback');
  return <Badge tone={verdict === 'declined' ? 'faint' : 'accent'}>{t(`verdict.${verdict}`)}</Badge>;
}

function NextWord({ thread }: { thread: Thread }) {
  const t = useWords('feedback');
  const verb = useVerb(addMessage, CHANGES);
  const form = useForm({
    initialValues: { text: '', verdict: '' },
    validate: { text: (value) => (value.trim() ? null : t('thread.needText')) },
  });
  async function send({ text, verdict }: typeof form.values): Promise<void> {
    const decided = VERDICTS.find((one) => one === verdict) ?? null;
    await verb.mutateAsync({ params: { threadId: thread.id }, body: { text, verdict: decided } });
    toast(t('thread.sent'));
  }
  return (
    <FormShell
      form={form}
      submit={t(thread.can.decide ? 'thread.send' : 'thread.write')}
      onSubmit={send}
      busy={verb.isPending}
      refusal={verb.error}
    >
      <Textarea
        label={t(thread.can.decide ? 'thread.answer' : 'thread.reply')}
        autosize
        minRows={3}
        {...form.getInputProps('text')}
      />
      {thread.can.decide ? (
        <Select
          label={t('thread.verdict')}
          placeholder={t('thread.noVerdict')}
          clearable
          data={VERDICTS.map((value) => ({ value, label: t(`verdict.${value}`) }))}
          {...form.getInputProps('verdict')}
        />
      ) : null}
    </FormShell>
  );
}
