import { listMembers } from '@mosty/identity/contract';
import { useMay, useRead } from '@mosty/ui-kit';

const TEAM_KEEPERS = ['owner', 'head', 'manager'];

/** People of the company, for names and for choosing who keeps a partner. */
export function useMembers() {
  const may = useMay('member.read');
  const read = useRead(listMembers, { query: {} }, { enabled: may });
  const members = read.data?.items ?? [];
  const names = new Map(members.map((member) => [member.id as string, member.name]));
  return {
    nameOf: (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null)),
    keepers: members
      .filter((member) => TEAM_KEEPERS.includes(member.role))
      .map(({ id, name }) => ({ value: id as string, label: name })),
  };
}
