import {
  Answer,
  EmptyState,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  Section,
  Sentence,
  useRead,
  useWords,
} from '@mosty/ui-kit';
import { listAlliances } from '../contract.ts';
import { AllianceCard } from './AllianceCard.tsx';

/** Which alliances strengthen sales, which strengthen the name, and which are two logos side by side (S2.24, S2.38). */
export default function AlliancesScreen() {
  const t = useWords('recruiting');
  const read = useRead(listAlliances, {});
  return (
    <>
      <PageHeading
        title={t('alliances.title')}
        answer={
          read.data ? (
            <Sentence
              text={t(
                read.data.items.some((one) => one.logosOnly) ? 'alliances.answer' : 'alliances.answerFine',
                {
                  count: read.data.items.length,
                  logos: read.data.items.filter((one) => one.logosOnly).length,
                },
              )}
              parts={{}}
            />
          ) : null
        }
      />
      <Loaded read={read}>
        {({ items, logosDays }) => {
          const logos = items.filter((one) => one.logosOnly);
          const alive = items.filter((one) => !one.logosOnly);
          return items.length === 0 ? (
            <EmptyState title={t('alliances.emptyTitle')}>
              {t('alliances.emptyText')}{' '}
              <PageLink to={paths.pipeline()}>{t('alliances.toPipeline')}</PageLink>
            </EmptyState>
          ) : (
            <>
              {logos.length === 0 ? null : (
                <Section title={t('alliances.logos')} note={t('alliances.logosNote', { days: logosDays })}>
                  {logos.map((one) => (
                    <AllianceCard key={one.partner.id} alliance={one} logosDays={logosDays} />
                  ))}
                </Section>
              )}
              {alive.length === 0 ? null : (
                <Section title={t('alliances.alive')} note={t('alliances.aliveNote')}>
                  {alive.map((one) => (
                    <AllianceCard key={one.partner.id} alliance={one} logosDays={logosDays} />
                  ))}
                </Section>
              )}
              <Answer>{t('alliances.examples')}</Answer>
            </>
          );
        }}
      </Loaded>
    </>
  );
}
