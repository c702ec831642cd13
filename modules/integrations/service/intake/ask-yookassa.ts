import type { Credentials } from './secrets.ts';

const API = 'https://api.yookassa.ru/v3';
const TIMEOUT_MS = 8_000;

/** What YooKassa itself says of an object now; null when it knows none by that id. @throws when it cannot be asked */
export type AskYookassa = (
  credentials: Credentials,
  kind: 'payments' | 'refunds',
  id: string,
) => Promise<unknown>;

export const askYookassa: AskYookassa = async ({ shopId, secretKey }, kind, id) => {
  const response = await fetch(`${API}/${kind}/${encodeURIComponent(id)}`, {
    headers: { authorization: `Basic ${Buffer.from(`${shopId}:${secretKey}`).toString('base64')}` },
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`YooKassa answered ${response.status}`);
  return (await response.json()) as unknown;
};
