import { Select } from '@mantine/core';
import { useTeam } from './use-team.ts';

interface Props {
  readonly label: string;
  readonly description?: string;
  readonly value: string | null;
  readonly onChange: (memberId: string | null) => void;
  /** Who keeps it now: named although they keep deals no more. */
  readonly now?: { readonly id: string; readonly name: string } | null;
}

/** Which of our people keeps the deal. */
export function OwnerSelect({ label, description, value, onChange, now = null }: Props) {
  const team = useTeam();
  const data =
    now && team.every((one) => one.value !== now.id) ? [...team, { value: now.id, label: now.name }] : team;
  return (
    <Select
      label={label}
      description={description}
      data={[...data]}
      clearable
      searchable
      value={value}
      onChange={onChange}
    />
  );
}
