import { Badge, Figures, Section, useFormat, useWords, type AnswerOf } from '@mosty/ui-kit';
import { ENOUGH, SIDES, TRUST_PARTS, type readScores } from '../contract.ts';
import { Fold } from './Fold.tsx';
import { PartList, Rows } from './PartList.tsx';
import { PulseCell, TrustCell } from './score-cells.tsx';
import { ScoreHistory } from './ScoreHistory.tsx';
import { Signals } from './Signals.tsx';
import classes from './scores.module.css';

export type Whole = AnswerOf<typeof readScores>;

/** Every point with its reason and rows: the same for the company and for the partner (S0.15). */
export function WholeScores({ whole, forTeam }: { whole: Whole; forTeam: boolean }) {
  const t = useWords('scores');
  const format = useFormat();
  const { scores, estimate } = whole;
  if (scores === null) return <p className={classes.soft}>{t('page.none')}</p>;
  const partnerId = forTeam ? whole.partner.id : null;
  const { basis } = scores;
  return (
    <>
      <Figures
        label={t('card.title')}
        items={[
          {
            label: t('trust.name'),
            value: <TrustCell score={scores} opens={false} />,
            note:
              scores.trust === null
                ? t('trust.littleNote', { count: scores.evidenceN, enough: ENOUGH })
                : t('trust.rows', { count: scores.evidenceN }),
          },
          ...SIDES.map((side) => ({
            label: t(`side.${side}`),
            value: scores.trust === null ? <span className={classes.soft}>–</span> : basis.sides[side],
            note: t(`sideNote.${side}`),
          })),
          {
            label: t('pulse.name'),
            value: <PulseCell score={scores} opens={false} />,
            note: scores.pulse === null ? t('pulse.none') : null,
          },
        ]}
      />
      <Fold title={t('trust.name')} note={t('trust.note')} folds={!forTeam}>
        {scores.capReason && scores.cap !== null ? (
          <div className={classes.cap}>
            <Badge tone={scores.capReason === 'watch' ? 'warn' : 'risk'}>
              {t(`trust.cap.${scores.capReason}`, { cap: scores.cap })}
            </Badge>
            <Rows rows={basis.flags} n={basis.flags.length} partnerId={partnerId} />
          </div>
        ) : null}
        {SIDES.map((side) => (
          <div key={side}>
            <h3 className={classes.side}>{t(`side.${side}`)}</h3>
            <PartList
              parts={basis.trust.filter(({ component }) =>
                (TRUST_PARTS[side] as readonly string[]).includes(component),
              )}
              partnerId={partnerId}
            />
          </div>
        ))}
      </Fold>
      {scores.pulse === null ? null : (
        <Fold title={t('pulse.name')} note={t('pulse.note')} folds={!forTeam}>
          <PartList parts={basis.pulse} partnerId={partnerId} />
        </Fold>
      )}
      {basis.signals.length === 0 ? null : (
        <Fold title={t('silence.title')} note={t('silence.note')} folds={!forTeam}>
          <Signals signals={basis.signals} />
        </Fold>
      )}
      {estimate ? (
        <Section title={t('estimate.title')}>
          <p>
            <Badge tone="faint">{t('estimate.badge')}</Badge>{' '}
            {t('estimate.says', {
              alive: format.count(estimate.alivePpm / 10_000, 0),
              expected: format.count(estimate.expected, 1),
            })}
          </p>
          {forTeam ? (
            <p className={classes.soft}>
              {t('estimate.note', {
                n: estimate.model.n,
                r: format.count(estimate.model.r, 3),
                alpha: format.count(estimate.model.alpha, 3),
                a: format.count(estimate.model.a, 3),
                b: format.count(estimate.model.b, 3),
                day: format.when(estimate.model.fittedOn),
                repeats: estimate.repeats,
                last: format.count(estimate.lastWeek, 0),
                weeks: format.count(estimate.weeks, 0),
              })}
            </p>
          ) : null}
        </Section>
      ) : null}
      <Fold title={t('history.title')} folds={!forTeam}>
        <ScoreHistory history={whole.history} />
      </Fold>
    </>
  );
}
