import { listMembers } from '@mosty/identity/contract';
import { useMay, useRead } from '@mosty/ui-kit';

const KEEP = ['owner', 'head', 'manager'];

/** People who keep partners, to choose one of. */
export function useKeepers(): { value: string; label: string }[] {
  const may = useMay('member.read');
  const read = useRead(listMembers, { query: {} }, { enabled: may });
  return (read.data?.items ?? [])
    .filter((member) => KEEP.includes(member.role))
    .map(({ id, name }) => ({ value: id, label: name }));
}
