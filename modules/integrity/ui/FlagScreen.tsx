import {
  Figures,
  Loaded,
  Money,
  PageHeading,
  PageLink,
  paths,
  Section,
  Sentence,
  Timeline,
  useFilters,
  useFormat,
  useParam,
  useRead,
  useWords,
} from '@mosty/ui-kit';
import { Suspense, lazy } from 'react';
import { readFlag, type Flag } from '../contract/flags.ts';
import { FlagRows } from './FlagRows.tsx';
import { FlagActs, type FlagAct } from './FlagActs.tsx';
import { IncidentBlock } from './IncidentBlock.tsx';
import { SeverityMark, StateMark } from './marks.tsx';
import { useSaid } from './say.ts';
import classes from './flags.module.css';

const FlagForms = lazy(() => import('./FlagForms.tsx'));

/** One flag: what was seen, against what, the rows, the money, and what became of it. */
export default function FlagScreen() {
  const flagId = useParam('flagId');
  const read = useRead(readFlag, { params: { flagId } }, { keep: false });
  return <Loaded read={read}>{(flag) => <Page flag={flag} />}</Loaded>;
}

function Page({ flag }: { flag: Flag }) {
  const t = useWords('integrity');
  const format = useFormat();
  const said = useSaid();
  const [filters, set] = useFilters(paths.flag);
  const act = (one: FlagAct) => set({ act: one });
  const day = format.when(flag.openedAt);
  return (
    <>
      <PageHeading
        above={<PageLink to={paths.partner({ partnerId: flag.partner.id })}>{flag.partner.name}</PageLink>}
        title={t(`sign.${flag.sign}`)}
        answer={flag.byHand ? flag.reason : <Sentence text={said('measure', flag.measure)} parts={{}} />}
        actions={<FlagActs flag={flag} onAct={act} />}
      />
      <p className={classes.marks}>
        <SeverityMark severity={flag.severity} />
        <StateMark state={flag.state} />
        <span className={classes.soft}>
          {flag.byHand
            ? t('flag.openedBy', { name: flag.openedBy ?? '–', day })
            : t('flag.opened', { day, count: flag.seenCount })}
        </span>
        {flag.repeatsId ? (
          <span className={classes.risk}>
            {t('flag.repeats')}:{' '}
            <PageLink to={paths.flag({ flagId: flag.repeatsId })}>{t(`sign.${flag.sign}`)}</PageLink>
          </span>
        ) : null}
      </p>
      <Figures
        label={t('flag.money')}
        items={[
          {
            label: t('flag.heldNow'),
            value: (
              <Money
                minor={flag.heldMinor}
                currency={flag.currency}
                tone={flag.heldMinor > 0 ? 'risk' : 'dim'}
              />
            ),
            note: flag.heldUntil ? t('flag.until', { day: format.when(flag.heldUntil) }) : flag.holdReason,
          },
          {
            label: t('flag.stake'),
            value: <Money minor={flag.atStakeMinor} currency={flag.currency} />,
            note: t('flag.stakeNote'),
          },
          { label: t('flag.due'), value: <Answered flag={flag} /> },
        ]}
      />
      {flag.explanation ? (
        <Section title={t('flag.explanation')} note={flag.falseAlarm ? t('flag.falseAlarm') : undefined}>
          <p className={classes.words}>{flag.explanation}</p>
        </Section>
      ) : null}
      {flag.incident ? <IncidentBlock flag={flag} incident={flag.incident} onAct={act} /> : null}
      <Section title={t('flag.rows')}>
        <FlagRows flag={flag} />
      </Section>
      <Section title={t('flag.looks')}>
        <dl className={classes.facts}>
          <dt>{t('flag.looks')}</dt>
          <dd>{t(`looks.${flag.sign}`)}</dd>
          <dt>{t('flag.wrong')}</dt>
          <dd>{t(`wrong.${flag.sign}`)}</dd>
          <dt>{t('flag.clears')}</dt>
          <dd>{t(`clears.${flag.sign}`)}</dd>
          {flag.holdReason ? (
            <>
              <dt>{t('hold.reason')}</dt>
              <dd>{flag.holdReason}</dd>
            </>
          ) : null}
        </dl>
        {flag.breaches.length > 0 ? (
          <p className={classes.words}>
            {t('flag.breached', {
              rules: flag.breaches.map((rule) => `${rule}. ${t(`rule.${rule}`)}`).join('; '),
            })}
          </p>
        ) : null}
      </Section>
      {flag.questions.length > 0 ? (
        <Section title={t('flag.talk')}>
          <ul className={classes.list}>
            {flag.questions.map((one) => (
              <li key={one.id} className={classes.item}>
                <p>{one.question}</p>
                <span className={one.isLate ? classes.late : classes.soft}>
                  {one.answeredAt
                    ? `${one.answeredName ?? ''} · ${format.when(one.answeredAt)}`
                    : t(one.isLate ? 'own.late' : 'own.waits', { day: format.when(one.dueOn) })}
                </span>
                {one.answer ? <p>«{one.answer}»</p> : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t('flag.history')}>
        <Timeline
          items={flag.steps
            .map((step, place) => ({
              id: `${place} ${step.what}`,
              at: step.at,
              title: t(`step.${step.what}`),
              note: [step.by, step.says].filter(Boolean).join(' · ') || undefined,
            }))
            .toReversed()}
        />
      </Section>
      {filters.act ? (
        <Suspense fallback={null}>
          <FlagForms flag={flag} act={filters.act} onClose={() => set({ act: '' })} />
        </Suspense>
      ) : null}
    </>
  );
}

function Answered({ flag }: { flag: Flag }) {
  const t = useWords('integrity');
  const format = useFormat();
  const last = flag.questions.at(-1);
  if (!last) return <>{t('flag.noQuestion')}</>;
  if (last.answer) return <>{t('flag.answered')}</>;
  return (
    <span className={last.isLate ? classes.late : undefined}>
      {last.isLate ? t('flag.late') : t('flag.waits', { day: format.when(last.dueOn) })}
    </span>
  );
}
