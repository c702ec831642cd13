import { listMembers } from '@mosty/identity/contract';
import { useMay, useRead } from '@mosty/ui-kit';

const KEEPS_DEALS = ['owner', 'head', 'manager'];

/** Our people who keep deals, to choose from; empty for whoever may not see the people of the company. */
export function useTeam(): readonly { readonly value: string; readonly label: string }[] {
  const may = useMay('member.read');
  const read = useRead(listMembers, { query: {} }, { enabled: may });
  return (read.data?.items ?? [])
    .filter(({ role }) => KEEPS_DEALS.includes(role))
    .map(({ id, name }) => ({ value: id as string, label: name }));
}
