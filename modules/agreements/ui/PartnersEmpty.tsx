import { Button } from '@mantine/core';
import { EmptyState, PageLink, paths, useMay, useWords } from '@mosty/ui-kit';

export function PartnersEmpty({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const t = useWords('agreements');
  const mayWrite = useMay('partner.write');
  if (filtered) {
    return (
      <EmptyState
        title={t('partners.nothingFound')}
        actions={
          <Button variant="default" onClick={onClear}>
            {t('partners.clear')}
          </Button>
        }
      >
        {t('partners.nothingFoundText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('partners.emptyTitle')}
      actions={
        <>
          {mayWrite ? (
            <PageLink to={paths.partners({ new: 'partner' })}>{t('actions.addPartner')}</PageLink>
          ) : null}
          <PageLink to={paths.imports({ kind: 'partners' })}>{t('partners.toImport')}</PageLink>
        </>
      }
    >
      {t('partners.emptyText')}
    </EmptyState>
  );
}
