import { useRead, type PickerProps } from '@mosty/ui-kit';
import { useState } from 'react';
import { getPartner } from '../contract.ts';
import { PickPartner, type Picked } from './PickPartner.tsx';

/** A partner as a condition above a list: the address keeps the id, the reader sees the name. */
export default function PartnerFilter({ label, value, onChange }: PickerProps) {
  const [picked, setPicked] = useState<Picked | null>(null);
  const known = picked?.id === value ? picked : null;
  const read = useRead(
    getPartner,
    { params: { partnerId: value } },
    { enabled: value !== '' && known === null, keep: false },
  );
  const shown = value === '' ? null : (known ?? { id: value, name: read.data?.name ?? '…' });
  return (
    <PickPartner
      // The field keeps what was typed: another partner in the address is another field.
      key={shown ? `${shown.id} ${shown.name}` : ''}
      label={label}
      bare
      value={shown}
      onChange={(next) => {
        setPicked(next);
        onChange(next?.id ?? '');
      }}
    />
  );
}
