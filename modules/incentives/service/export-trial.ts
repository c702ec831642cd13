import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { FileAnswer } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { amountOf, said, writeTable, type TableColumn, type Wish } from '@mosty/kernel/table-file';
import { words as kit } from '@mosty/ui-kit/words';
import { rights } from '../policy.ts';
import { findTrial } from '../store/trials.ts';
import { countTrial } from './compare-on-history.ts';

/** A saved comparison counted now, a line a partner. @throws incentives.no_trial */
export function exportTrial(
  ctx: Context,
  { trialId, ...wish }: { trialId: Id<'trial'> } & Wish,
): Promise<FileAnswer> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'scheme.export');
    const trial = (await findTrial(tx, trialId)) ?? refuse('not_found', 'incentives.no_trial');
    const counted = await countTrial(tx, trial);
    const rows = counted.partners.map((partner) => ({ ...partner, currency: counted.currency }));
    type Row = (typeof rows)[number];
    const columns: TableColumn<Row>[] = [
      { title: { ru: 'Партнёр: номер в системе', en: 'Partner id' }, value: (row) => row.partnerId },
      { title: { ru: 'Партнёр', en: 'Partner' }, value: (row) => row.partnerName },
      {
        title: { ru: 'Класс учёта', en: 'Reporting class' },
        value: () => said(trial.class, { ru: kit.ru.class, en: kit.en.class }),
      },
      { title: { ru: 'Продаж', en: 'Sales' }, value: (row) => row.sales },
      { title: { ru: 'Привёл', en: 'Brought' }, value: amountOf((row: Row) => row.salesMinor) },
      { title: { ru: 'Начислено', en: 'Accrued' }, value: amountOf((row: Row) => row.wasMinor) },
      ...trial.schemes.flatMap(({ name }, place): TableColumn<Row>[] => [
        {
          title: { ru: `Вышло бы, ${place + 1}: ${name}`, en: `Would be, ${place + 1}: ${name}` },
          value: amountOf((row: Row) => row.becomesMinor[place] ?? 0n),
        },
        {
          title: { ru: `Разница, ${place + 1}: ${name}`, en: `Difference, ${place + 1}: ${name}` },
          value: amountOf((row: Row) => (row.becomesMinor[place] ?? 0n) - row.wasMinor),
        },
      ]),
      { title: { ru: 'Валюта', en: 'Currency' }, value: (row) => row.currency },
    ];
    return writeTable(wish, { name: 'scheme-trial', columns, rows });
  });
}
