import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

export const HEADER = 'invoice,paid_at,customer,customer_name,amount,currency,product,partner,note\n';

/** Deals of a shop, one a row, some hundred bytes each; the same numbers give the same file. */
export async function writeDeals(
  target: string,
  told: { rows: number; partners: number; prefix: string },
): Promise<void> {
  const file = createWriteStream(target);
  file.write(HEADER);
  let text = '';
  for (let row = 1; row <= told.rows; row += 1) {
    const client = (row * 7919) % 50_000;
    const paidAt = new Date(Date.UTC(2024, 0, 1) + row * 31_000).toISOString().slice(0, 19).replace('T', ' ');
    const amount = `${((row * 7919) % 9_000) + 1}.${String(row % 100).padStart(2, '0')}`;
    const partner = row % 4 === 0 ? `P${client % told.partners}` : '';
    text += `${told.prefix}${String(row).padStart(8, '0')},${paidAt},C${client},Client ${client},${amount},RUB,Plan ${row % 3},${partner},row ${row} of it\n`;
    if (text.length > 1_000_000) {
      if (!file.write(text)) await once(file, 'drain');
      text = '';
    }
  }
  file.end(text);
  await once(file, 'finish');
}
