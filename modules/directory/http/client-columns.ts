import type { TableColumn } from '@mosty/kernel/table-file';
import { businessDateOf, type Zone } from '@mosty/kernel/time';
import type { presentClients } from './present.ts';

type ClientShown = Awaited<ReturnType<typeof presentClients>>[number];

/** A client in a file: whose it is, since when, and what it has shown. */
export function clientColumns(zone: Zone): readonly TableColumn<ClientShown>[] {
  const day = (at: Date | null) => at && businessDateOf(at, zone);
  return [
    { title: 'client_id', value: (row) => row.id },
    { title: 'client', value: (row) => row.name },
    { title: 'number', value: (row) => row.externalId },
    { title: 'tax_number', value: (row) => row.taxNumber },
    { title: 'email', value: (row) => row.email },
    { title: 'phone', value: (row) => row.phone },
    { title: 'country', value: (row) => row.country },
    { title: 'segment', value: (row) => row.segment },
    { title: 'keeper_id', value: (row) => row.keeper?.id ?? null },
    { title: 'keeper', value: (row) => row.keeper?.name ?? null },
    { title: 'keeper_since', value: (row) => day(row.keeperSince) },
    { title: 'keeper_reason', value: (row) => row.keeperReason },
    { title: 'first_paid_on', value: (row) => day(row.firstPaidAt) },
    { title: 'missing_proofs', value: (row) => row.missingProofs.join(' ') },
    { title: 'created_on', value: (row) => day(row.createdAt) },
  ];
}
