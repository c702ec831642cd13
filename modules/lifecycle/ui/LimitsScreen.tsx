import {
  LinesSkeleton,
  Loaded,
  PageHeading,
  Section,
  Timeline,
  useMay,
  useRead,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import { LIMITED, readLimits } from '../contract.ts';
import { LimitsForm } from './LimitsForm.tsx';
import { useLimitLines } from './limit-lines.ts';
import classes from './lifecycle.module.css';

type Answer = AnswerOf<typeof readLimits>;

/** How much a partner may do before it is trusted, and who changed that why. */
export default function LimitsScreen() {
  const t = useWords('lifecycle');
  const may = useMay('lifecycle.set_limits');
  const read = useRead(readLimits, {});
  return (
    <>
      <PageHeading title={t('limits.title')} answer={t('limits.answer')} />
      <Loaded read={read} skeleton={<LinesSkeleton />}>
        {(answer) => (
          <>
            {answer.version === 0 ? <p className={classes.soft}>{t('limits.shipped')}</p> : null}
            {may ? <LimitsForm key={answer.version} answer={answer} /> : <Facts answer={answer} />}
            {answer.versions.length > 0 ? (
              <Section title={t('limits.versions')}>
                <Timeline
                  items={answer.versions.map(({ version, at, by, reason }) => ({
                    id: String(version),
                    at,
                    title: t('limits.version', { version }),
                    note: [reason, by].filter(Boolean).join(' · '),
                  }))}
                />
              </Section>
            ) : null}
          </>
        )}
      </Loaded>
    </>
  );
}

function Facts({ answer }: { answer: Answer }) {
  const t = useWords('lifecycle');
  const lines = useLimitLines('most');
  return LIMITED.map((of) => (
    <Section key={of} title={t(`limits.${of}`)}>
      <ul>
        {lines({ ...answer.limits[of], currency: answer.currency }).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  ));
}
