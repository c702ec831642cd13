export { rights as directoryRights } from './policy.ts';
export type { ClientRow, PartnerRow, RowOutcome } from './domain/import-row.ts';
export { importPartners } from './service/import-partners.ts';
export { importClients } from './service/import-clients.ts';
export { findPartners, findPartnersByReference, type FoundPartners } from './service/find-partners.ts';
export { clientsByExternal, ensureClients, type SaleClient } from './service/ensure-clients.ts';
export { noteFirstPayments, resetFirstPayments } from './service/note-first-payments.ts';
export { partnersById, type PartnerRecord } from './store/partners.ts';
export { clientsById, type ClientRecord } from './store/clients.ts';
