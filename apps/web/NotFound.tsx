import { PageHeading, PageLink, paths, useWords } from '@mosty/ui-kit';

export function NotFound() {
  const t = useWords('shell');
  return (
    <PageHeading
      title={t('notFound.title')}
      answer={t('notFound.text')}
      actions={<PageLink to={paths.channel()}>{t('notFound.home')}</PageLink>}
    />
  );
}
