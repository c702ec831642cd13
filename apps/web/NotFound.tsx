import { Button } from '@mantine/core';
import { EmptyState, paths, useGo, useWords } from '@mosty/ui-kit';

export function NotFound() {
  const t = useWords('shell');
  const go = useGo();
  return (
    <EmptyState
      title={t('notFound.title')}
      actions={<Button onClick={() => go(paths.channel())}>{t('notFound.home')}</Button>}
    >
      {t('notFound.text')}
    </EmptyState>
  );
}
