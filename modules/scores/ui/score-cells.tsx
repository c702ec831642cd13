import { Badge, PageLink, paths, useFormat, useWords, type Tone } from '@mosty/ui-kit';
import type { ReactNode } from 'react';
import { ENOUGH, type ScoreRow } from '../contract.ts';
import classes from './scores.module.css';

const GOOD = 70;
const ATTENTION = 45;
const SILENCE_TONES = { fine: 'plain', fading: 'warn', silent: 'risk', not_yet: 'faint' } as const;

export function bandOf(pulse: number): 'good' | 'attention' | 'risk' {
  if (pulse >= GOOD) return 'good';
  return pulse >= ATTENTION ? 'attention' : 'risk';
}
const BAND_TONES: Record<ReturnType<typeof bandOf>, Tone> = {
  good: 'accent',
  attention: 'warn',
  risk: 'risk',
};

interface Props {
  readonly score: ScoreRow | undefined;
  /** Leads to the reasons; on the page of the reasons itself, and in the portal, it does not. */
  readonly opens?: boolean;
}

/** «64», or «мало данных»; opens to every reason. */
export function TrustCell({ score, opens = true }: Props) {
  const t = useWords('scores');
  if (!score) return <span className={classes.soft}>–</span>;
  const said =
    score.trust === null ? (
      <span
        className={classes.soft}
        title={t('trust.littleNote', { count: score.evidenceN, enough: ENOUGH })}
      >
        {t('trust.little')}
      </span>
    ) : (
      <strong className={classes.figure}>{score.trust}</strong>
    );
  return (
    <Opens score={score} opens={opens}>
      {said}
    </Opens>
  );
}

export function PulseCell({ score, opens = true }: Props) {
  const t = useWords('scores');
  if (!score || score.pulse === null) return <span className={classes.soft}>–</span>;
  const band = bandOf(score.pulse);
  return (
    <Opens score={score} opens={opens}>
      <strong className={classes.figure}>{score.pulse}</strong>{' '}
      <Badge tone={BAND_TONES[band]}>{t(`pulse.${band}`)}</Badge>
    </Opens>
  );
}

/** How long ago it was heard of, and whether that is long for it. */
export function SignalCell({ score }: { readonly score: ScoreRow | undefined }) {
  const t = useWords('scores');
  const format = useFormat();
  if (!score || score.silence === 'not_yet') return <span className={classes.soft}>–</span>;
  return (
    <span>
      <span className={classes.day}>
        {score.lastSignalOn ? format.when(score.lastSignalOn, 'short') : t('silence.never')}
      </span>{' '}
      <Badge tone={SILENCE_TONES[score.silence]}>{t(`silence.${score.silence}`)}</Badge>
    </span>
  );
}

function Opens({ score, opens, children }: Required<Props> & { score: ScoreRow; children: ReactNode }) {
  if (!opens) return <span>{children}</span>;
  return (
    <PageLink look="quiet" to={paths.partnerScores({ partnerId: score.partnerId })}>
      {children}
    </PageLink>
  );
}
