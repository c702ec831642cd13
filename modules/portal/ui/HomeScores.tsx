import { PageLink, paths, Section, useMay, useWords } from '@mosty/ui-kit';

/** Leads to the partner's own trust and pulse: what we think of our work is not kept from them. */
export function HomeScores() {
  const t = useWords('portal');
  if (!useMay('score.read_own')) return null;
  return (
    <Section title={t('scores.title')}>
      <p>
        {t('scores.says')} <PageLink to={paths.portalScores()}>{t('scores.open')}</PageLink>
      </p>
    </Section>
  );
}
