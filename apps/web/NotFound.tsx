import { Button } from '@mantine/core';
import { PageHeading, paths, useGo, useWords } from '@mosty/ui-kit';

export function NotFound() {
  const t = useWords('shell');
  const go = useGo();
  return (
    <PageHeading
      title={t('notFound.title')}
      answer={t('notFound.text')}
      actions={<Button onClick={() => go(paths.channel())}>{t('notFound.home')}</Button>}
    />
  );
}
