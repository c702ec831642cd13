import { findWorkspace } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';

const REASON = { ru: 'Расставание с партнёром', en: 'Parting with the partner' } as const;

/** What stands in the journal and in the history of clients as the reason, in the company's language. */
export async function partingReason(tx: Tx): Promise<string> {
  return REASON[(await findWorkspace(tx))?.language ?? 'ru'];
}

const ERASURE = {
  ru: 'Прошёл день, до которого хранятся личные данные',
  en: 'The day until which personal data is kept has passed',
} as const;

/** Why an access that was left open ends with the erasure. */
export async function erasureReason(tx: Tx): Promise<string> {
  return ERASURE[(await findWorkspace(tx))?.language ?? 'ru'];
}
