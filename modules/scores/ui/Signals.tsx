import { Badge, Figures, useFormat, useWords } from '@mosty/ui-kit';
import type { SignalStanding } from '../contract.ts';

const TONES = { fine: 'plain', fading: 'warn', silent: 'risk' } as const;

/** Each signal beside its own usual gap. */
export function Signals({ signals }: { signals: readonly SignalStanding[] }) {
  const t = useWords('scores');
  const format = useFormat();
  return (
    <Figures
      label={t('silence.title')}
      items={signals.map((one) => ({
        label: t(`signal.${one.signal}`),
        value: one.lastOn ? t('silence.ago', { count: one.days }) : t('silence.never'),
        note: (
          <>
            {one.expected ? (
              <Badge tone={TONES[one.state]}>{t(`silence.${one.state}`)}</Badge>
            ) : (
              <Badge tone="faint">{t('silence.notExpected')}</Badge>
            )}{' '}
            {t('silence.usual', { count: one.usualDays })}
            {' · '}
            {t('silence.ratio', { ratio: format.count(one.ratio, 1) })}
          </>
        ),
      }))}
    />
  );
}
