import type { TableColumn } from '@mosty/kernel/table-file';
import { businessDateOf, type Zone } from '@mosty/kernel/time';
import type { CodeLine } from '../store/codes.ts';

/** A code in a file: whose it is and what it gives. */
export function codeColumns(zone: Zone): readonly TableColumn<CodeLine>[] {
  return [
    { title: 'code', value: (row) => row.code },
    { title: 'kind', value: (row) => row.kind },
    { title: 'partner_id', value: (row) => row.partnerId },
    { title: 'partner', value: (row) => row.partnerName },
    { title: 'class', value: (row) => row.class },
    { title: 'agreement_kind', value: (row) => row.agreementKind },
    { title: 'discount_percent', value: (row) => Number(row.discountPpm) / 10_000 },
    { title: 'created_on', value: (row) => businessDateOf(row.createdAt, zone) },
    { title: 'archived_on', value: (row) => row.archivedAt && businessDateOf(row.archivedAt, zone) },
  ];
}
