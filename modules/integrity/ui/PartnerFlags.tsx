import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  FormShell,
  Loaded,
  PageLink,
  paths,
  PlainButton,
  Section,
  Sentence,
  SidePanel,
  toast,
  useFormat,
  useMay,
  useRead,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { listBreaches } from '../contract/breaches.ts';
import { listFlags } from '../contract/flags.ts';
import { answerQuestion, readAnswers } from '../contract/looks.ts';
import { QUESTIONS, type Question } from '../contract/signs.ts';
import { SeverityMark, StateMark } from './marks.tsx';
import { useSaid } from './say.ts';
import classes from './flags.module.css';

/** On the partner's card: what stands, what was broken, and what nobody's figures tell. */
export function PartnerFlags({ partnerId }: { partnerId: string }) {
  const may = useMay('flag.read');
  return may ? <Block partnerId={partnerId} /> : null;
}

function Block({ partnerId }: { partnerId: string }) {
  const t = useWords('integrity');
  const said = useSaid();
  const flags = useRead(listFlags, { query: { partnerId, show: 'standing', limit: 20 } });
  const breaches = useRead(listBreaches, { query: { partnerId } });
  const broken = breaches.data?.byRule.reduce((sum, { count }) => sum + count, 0) ?? 0;
  return (
    <Section
      title={t('part.title')}
      actions={
        broken > 0 ? (
          <PageLink to={paths.breaches({ partner: partnerId })}>
            {t('part.breaches', { count: broken })}
          </PageLink>
        ) : null
      }
    >
      <Loaded read={flags}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.soft}>{t('part.clean')}</p>
          ) : (
            <ul className={classes.list}>
              {items.map((flag) => (
                <li key={flag.id} className={classes.item}>
                  <span className={classes.marks}>
                    <PageLink to={paths.flag({ flagId: flag.id })}>{t(`sign.${flag.sign}`)}</PageLink>
                    <SeverityMark severity={flag.severity} />
                    <StateMark state={flag.state} />
                  </span>
                  <p>
                    {flag.byHand ? flag.reason : <Sentence text={said('measure', flag.measure)} parts={{}} />}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <OwnAnswers partnerId={partnerId} />
    </Section>
  );
}

/** Questions that only people answer (S0.27, S0.31, S0.32). */
function OwnAnswers({ partnerId }: { partnerId: string }) {
  const t = useWords('integrity');
  const format = useFormat();
  const read = useRead(readAnswers, { params: { partnerId } });
  const [asked, ask] = useState<Question | null>(null);
  return (
    <Loaded read={read}>
      {({ items, can }) => (
        <>
          <dl className={classes.facts}>
            {items.map((one) => (
              <Answered
                key={one.question}
                label={t(`question.${one.question}`)}
                said={one.answer && !one.isDue ? t(`answer.${one.answer}`) : null}
                note={[one.note, one.at ? t('part.at', { day: format.when(one.at) }) : null]
                  .filter(Boolean)
                  .join(' · ')}
                onAsk={can['answer'] === true ? () => ask(one.question) : null}
              />
            ))}
          </dl>
          {asked ? <AnswerPanel partnerId={partnerId} question={asked} onClose={() => ask(null)} /> : null}
        </>
      )}
    </Loaded>
  );
}

function Answered({
  label,
  said,
  note,
  onAsk,
}: {
  label: string;
  said: string | null;
  note: string;
  onAsk: (() => void) | null;
}) {
  const t = useWords('integrity');
  const act = t(said ? 'detectors.change' : 'part.due');
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {said ?? '–'}
        {said && note ? <span className={classes.soft}>{note}</span> : null}{' '}
        {onAsk ? (
          <PlainButton onClick={onAsk} aria-label={`${act}: ${label}`}>
            {act}
          </PlainButton>
        ) : null}
      </dd>
    </>
  );
}

function AnswerPanel({
  partnerId,
  question,
  onClose,
}: {
  partnerId: string;
  question: Question;
  onClose: () => void;
}) {
  const t = useWords('integrity');
  const verb = useVerb(answerQuestion, { invalidates: [readAnswers] });
  const form = useForm({ initialValues: { answer: QUESTIONS[question][0] as string, note: '' } });
  return (
    <SidePanel opened onClose={onClose} title={t(`question.${question}`)}>
      <FormShell
        form={form}
        submit={t('part.answer')}
        onSubmit={({ answer, note }) =>
          verb.mutateAsync({
            params: { partnerId },
            body: { question, answer, ...(note.trim() ? { note: note.trim() } : {}) },
          })
        }
        onDone={() => {
          toast(t('part.saved'));
          onClose();
        }}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <Select
          label={t(`question.${question}`)}
          allowDeselect={false}
          data={QUESTIONS[question].map((value) => ({ value, label: t(`answer.${value}`) }))}
          {...form.getInputProps('answer')}
        />
        <Textarea
          label={t('part.note')}
          autosize
          minRows={2}
          maxLength={1000}
          {...form.getInputProps('note')}
        />
      </FormShell>
    </SidePanel>
  );
}
