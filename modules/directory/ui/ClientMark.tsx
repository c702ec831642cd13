import { FilterMark, useRead, useWords } from '@mosty/ui-kit';
import { getClient } from '../contract.ts';

/** A list of one client says so by its name, and can be opened again to all. */
export function ClientMark({ clientId, onLift }: { clientId: string; onLift: () => void }) {
  const t = useWords('directory');
  const read = useRead(getClient, { params: { clientId } }, { keep: false });
  return (
    <FilterMark title={t('mark.ofAllClients')} onLift={onLift}>
      {read.data ? t('mark.ofClient', { client: read.data.name }) : t('mark.ofOneClient')}
    </FilterMark>
  );
}
