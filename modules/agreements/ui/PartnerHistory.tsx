import { Button } from '@mantine/core';
import { getPartnerTimeline } from '@mosty/directory/contract';
import { LinesSkeleton, RefusalNotice, Section, Timeline, useEveryWord, useRows } from '@mosty/ui-kit';
import { detailsOf } from './history-details.ts';
import classes from './agreements.module.css';

/** The journal's lines about this partner: who did what, when and why. */
export function PartnerHistory({ partnerId }: { partnerId: string }) {
  const t = useEveryWord('agreements');
  const lines = useRows(getPartnerTimeline, { params: { partnerId }, query: { limit: 30 } });
  const words = (verb: string): string => {
    const [module = '', name = ''] = verb.split('.');
    return t([`journal.${name}`, `${module}:journal.${name}`, `identity:verbs.${module}.${name}`], {
      defaultValue: verb,
    });
  };
  return (
    <Section title={t('card.history')}>
      {lines.loading ? <LinesSkeleton /> : null}
      <RefusalNotice refusal={lines.refusal} onRetry={lines.again} />
      {!lines.loading && !lines.refusal && lines.rows.length === 0 ? (
        <p className={classes.soft}>{t('history.empty')}</p>
      ) : null}
      <Timeline
        items={lines.rows.map((line) => ({
          id: String(line.seq),
          at: line.at,
          title: words(line.verb),
          note: [...detailsOf(t, line), line.actor.name, line.reason].filter(Boolean).join(' · '),
        }))}
      />
      {lines.hasMore ? (
        <Button variant="default" onClick={lines.more} loading={lines.loadingMore}>
          {t('kit:more')}
        </Button>
      ) : null}
    </Section>
  );
}
