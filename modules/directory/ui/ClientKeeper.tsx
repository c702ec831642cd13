import { Act, PageLink, paths, Section, Sentence, Timeline, useFormat, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import { ChangeKeeper } from './ChangeKeeper.tsx';
import type { ClientCard } from './ClientScreen.tsx';
import classes from './directory.module.css';

/** The partner credited when a sale names nobody, the reason, and who it was before. */
export function ClientKeeper({ client }: { client: ClientCard }) {
  const t = useWords('directory');
  const format = useFormat();
  const [changing, setChanging] = useState(false);
  const { keeper } = client;
  const reason = (text: string) => (text === 'import' ? t('keeper.imported') : text);
  const since = (at: string | null) =>
    at === null ? t('keeper.fromBeginning') : t('keeper.sinceDay', { day: format.when(at) });
  const before = client.keepers.slice(keeper ? 1 : 0);
  return (
    <Section title={t('keeper.title')}>
      <div className={classes.keeper}>
        {keeper ? (
          <div>
            <Sentence
              text={t('keeper.now')}
              parts={{
                partner: <PageLink to={paths.partner({ partnerId: keeper.id })}>{keeper.name}</PageLink>,
              }}
            />{' '}
            {since(client.keeperSince)}
            {client.keeperReason ? <p className={classes.quote}>{reason(client.keeperReason)}</p> : null}
          </div>
        ) : (
          <p className={classes.soft}>{t('keeper.none')}</p>
        )}
        <Act variant="default" can={client.can['changeKeeper']} onClick={() => setChanging(true)}>
          {t(keeper ? 'keeper.change' : 'keeper.give')}
        </Act>
      </div>
      {before.length > 0 ? (
        <Timeline
          items={before.map((line, place) => ({
            id: String(place),
            at: line.recordedAt,
            title: line.partner ? (
              <PageLink to={paths.partner({ partnerId: line.partner.id })}>{line.partner.name}</PageLink>
            ) : (
              t('keeper.wasNobody')
            ),
            note: `${since(line.since)} · ${reason(line.reason)}`,
            tone: 'faint',
          }))}
        />
      ) : null}
      {changing ? <ChangeKeeper client={client} onClose={() => setChanging(false)} /> : null}
    </Section>
  );
}
