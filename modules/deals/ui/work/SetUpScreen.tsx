import { PageHeading, PageLink, paths, useWords } from '@mosty/ui-kit';
import { FormsOfDeals } from './FormsOfDeals.tsx';
import { RulesOfRegistration } from './RulesOfRegistration.tsx';
import { StagesOfDeals } from './StagesOfDeals.tsx';

/** By which rules clients that were handed over are kept: periods, stages, forms. */
export default function SetUpScreen() {
  const t = useWords('deals');
  return (
    <>
      <PageHeading
        above={<PageLink to={paths.registrations()}>{t('nav.registrations')}</PageLink>}
        title={t('work.setUp.title')}
        answer={t('work.setUp.answer')}
      />
      <RulesOfRegistration />
      <StagesOfDeals />
      <FormsOfDeals />
    </>
  );
}
