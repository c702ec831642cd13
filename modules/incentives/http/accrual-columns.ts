import { amountOf, type TableColumn } from '@mosty/kernel/table-file';
import { businessDateOf, type Zone } from '@mosty/kernel/time';
import type { ReadRow } from '../store/reading.ts';

/** An accrual in a file: to whom, for what, how much and in what state. */
export function accrualColumns(zone: Zone): readonly TableColumn<ReadRow>[] {
  return [
    { title: 'effective_on', value: (row) => businessDateOf(row.effectiveAt, zone) },
    { title: 'period', value: (row) => row.period },
    { title: 'accrual_id', value: (row) => row.id },
    { title: 'partner_id', value: (row) => row.partnerId },
    { title: 'partner', value: (row) => row.partnerName },
    { title: 'class', value: (row) => row.class },
    { title: 'kind', value: (row) => row.kind },
    { title: 'role', value: (row) => row.role },
    { title: 'subject', value: (row) => row.subject ?? row.feeFor },
    { title: 'client', value: (row) => row.clientName },
    { title: 'scheme', value: (row) => row.schemeName },
    { title: 'amount', value: amountOf((row) => row.amountMinor) },
    { title: 'currency', value: (row) => row.currency },
    { title: 'state', value: (row) => row.state },
    { title: 'matures_on', value: (row) => row.maturesOn },
    { title: 'hold_reason', value: (row) => row.holdReason },
  ];
}
