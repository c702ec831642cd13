import { Button } from '@mantine/core';
import { LinesSkeleton, RefusalNotice, Section, Timeline, useEveryWord, useRows } from '@mosty/ui-kit';
import { getClientTimeline } from '../contract.ts';
import classes from './directory.module.css';

/** The journal's lines about this client. */
export function ClientHistory({ clientId }: { clientId: string }) {
  const t = useEveryWord('directory');
  const lines = useRows(getClientTimeline, { params: { clientId }, query: { limit: 20 } });
  const words = (verb: string): string => {
    const [module = '', name = ''] = verb.split('.');
    return t([`${module}:journal.${name}`, `identity:verbs.${module}.${name}`], { defaultValue: verb });
  };
  return (
    <Section title={t('client.history')}>
      {lines.loading ? <LinesSkeleton /> : null}
      <RefusalNotice refusal={lines.refusal} onRetry={lines.again} />
      {!lines.loading && !lines.refusal && lines.rows.length === 0 ? (
        <p className={classes.soft}>{t('client.noHistory')}</p>
      ) : null}
      <Timeline
        items={lines.rows.map((line) => ({
          id: String(line.seq),
          at: line.at,
          title: words(line.verb),
          note: [line.actor.name, line.reason].filter(Boolean).join(' · '),
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
