import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  FormShell,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  Section,
  useFormat,
  useRead,
  useVerb,
  useWords,
  When,
} from '@mosty/ui-kit';
import { answerPoll, readOwnPoll, RECOMMEND_MAX, SCALE_MAX, SCALES, type OwnPoll } from '../../contract.ts';
import { Marks } from '../Marks.tsx';
import classes from '../polls.module.css';

/** Six questions in a minute, and what became of the answers before (S1.69, S1.70). */
export default function PollPage() {
  const t = useWords('feedback');
  const format = useFormat();
  const read = useRead(readOwnPoll, {});
  const open = read.data?.poll;
  return (
    <>
      <PageHeading
        title={t('poll.own.title')}
        answer={
          open && !open.isAnswered
            ? t('poll.own.answer', { closesOn: format.when(open.closesOn) })
            : read.data
              ? t(open ? 'poll.own.done' : 'poll.own.none')
              : null
        }
      />
      <Loaded read={read}>
        {({ poll, deeds }) => (
          <>
            {poll && !poll.isAnswered ? <Questions poll={poll} /> : null}
            {deeds.length > 0 ? <Deeds deeds={deeds} /> : null}
            <p>
              <PageLink to={paths.portalTalk()}>{t('poll.own.talk')}</PageLink>
            </p>
          </>
        )}
      </Loaded>
    </>
  );
}

type Mark = number | null;

function Questions({ poll }: { poll: NonNullable<OwnPoll['poll']> }) {
  const t = useWords('feedback');
  const verb = useVerb(answerPoll, { invalidates: [readOwnPoll] });
  const needed = (value: Mark) => (value === null ? t('poll.own.need') : null);
  const form = useForm({
    initialValues: {
      recommend: null as Mark,
      support: null as Mark,
      value: null as Mark,
      simplicity: null as Mark,
      speed: null as Mark,
      words: '',
    },
    validate: { recommend: needed, support: needed, value: needed, simplicity: needed, speed: needed },
  });
  async function send({ words, recommend, ...marks }: typeof form.values): Promise<void> {
    const mark = (value: Mark) => value ?? 0;
    await verb.mutateAsync({
      params: { pollId: poll.id },
      body: {
        recommend: mark(recommend),
        marks: {
          support: mark(marks.support),
          value: mark(marks.value),
          simplicity: mark(marks.simplicity),
          speed: mark(marks.speed),
        },
        words: words.trim() || null,
      },
    });
  }
  return (
    <div className={classes.form}>
      <p className={classes.soft}>{t(poll.isNameless ? 'poll.own.nameless' : 'poll.own.named')}</p>
      <FormShell
        form={form}
        submit={t('poll.own.send')}
        onSubmit={send}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <Marks
          label={t('poll.recommend')}
          from={0}
          to={RECOMMEND_MAX}
          least={t('poll.own.least')}
          most={t('poll.own.most')}
          value={form.values.recommend}
          onChange={(mark) => form.setFieldValue('recommend', mark)}
          error={form.errors['recommend']}
        />
        {SCALES.map((scale) => (
          <Marks
            key={scale}
            label={t(`poll.scale.${scale}`)}
            from={1}
            to={SCALE_MAX}
            least={t('poll.own.bad')}
            most={t('poll.own.good')}
            value={form.values[scale]}
            onChange={(mark) => form.setFieldValue(scale, mark)}
            error={form.errors[scale]}
          />
        ))}
        <Textarea
          label={t('poll.own.words')}
          description={t('poll.own.wordsNote')}
          autosize
          minRows={3}
          maxLength={2000}
          {...form.getInputProps('words')}
        />
      </FormShell>
    </div>
  );
}

function Deeds({ deeds }: Pick<OwnPoll, 'deeds'>) {
  const t = useWords('feedback');
  return (
    <Section title={t('poll.own.deeds')}>
      <ul className={classes.deeds}>
        {deeds.map((deed) => (
          <li key={`${deed.at}`}>
            {deed.words} <span className={classes.soft}>{<When value={deed.at} />}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
