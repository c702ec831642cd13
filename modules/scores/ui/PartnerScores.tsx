import {
  Figures,
  LinesSkeleton,
  Loaded,
  PageLink,
  paths,
  Section,
  useMay,
  useRead,
  useWords,
} from '@mosty/ui-kit';
import { ENOUGH, readScores, type Silence } from '../contract.ts';
import { PulseCell, TrustCell } from './score-cells.tsx';
import classes from './scores.module.css';

/** On the card of a partner: trust, pulse, silence; each opens to its reasons and rows. */
export function PartnerScores({ partnerId }: { partnerId: string }) {
  const t = useWords('scores');
  const may = useMay('score.read');
  const read = useRead(
    readScores,
    { params: { partnerId: partnerId as never } },
    { keep: false, enabled: may },
  );
  if (!may) return null;
  const to = paths.partnerScores({ partnerId });
  return (
    <Section title={t('card.title')} actions={<PageLink to={to}>{t('page.all')}</PageLink>}>
      <Loaded read={read} skeleton={<LinesSkeleton lines={2} />}>
        {({ scores }) =>
          scores === null ? (
            <p className={classes.soft}>{t('page.none')}</p>
          ) : (
            <Figures
              label={t('card.title')}
              items={[
                {
                  label: t('trust.name'),
                  value: <TrustCell score={scores} />,
                  note:
                    scores.capReason && scores.cap !== null
                      ? t(`trust.cap.${scores.capReason}`, { cap: scores.cap })
                      : scores.trust === null
                        ? t('trust.littleNote', { count: scores.evidenceN, enough: ENOUGH })
                        : t('trust.rows', { count: scores.evidenceN }),
                },
                {
                  label: t('pulse.name'),
                  value: <PulseCell score={scores} />,
                  note: scores.pulse === null ? t('pulse.none') : null,
                },
                {
                  label: t('silence.name'),
                  value: (
                    <PageLink look="quiet" to={to}>
                      {t(`silence.${scores.silence satisfies Silence}`)}
                    </PageLink>
                  ),
                  note:
                    scores.bestSignal && scores.silenceDays !== null
                      ? t('silence.last', {
                          signal: t(`signal.${scores.bestSignal}`),
                          count: scores.silenceDays,
                        })
                      : null,
                },
              ]}
            />
          )
        }
      </Loaded>
    </Section>
  );
}
