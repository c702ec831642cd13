import { serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import { registerFile } from '../contract/batch.ts';
import { BANK_FORMATS, isBankFormat } from '../service/bank-orders.ts';
import { takeRegister } from '../service/register.ts';
import { purposeOf, registerTable } from './documents/register.ts';
import { writeTable } from './documents/write.ts';

const isTableFormat = (format: string) => format === 'csv' || format === 'xlsx' || format === 'pdf';

export const registerRoutes: readonly Served[] = [
  serve(registerFile, async (ctx, { params, query }) => {
    const { format, language, bom } = query;
    if (!isTableFormat(format) && !isBankFormat(format))
      refuse('invalid', 'payouts.no_such_format', { format });
    const register = await takeRegister(ctx, { ...params, format, purposeOf });
    const name = `payouts-${register.batch.payOn}-${register.batch.id}`;
    if (isTableFormat(format))
      return writeTable(registerTable(register, language), name, { format, bom: bom === 'true' });
    if (register.orders === null) throw new Error('a bank file was asked for and not written');
    return {
      filename: `${name}.${BANK_FORMATS[format].extension}`,
      contentType: 'text/plain; charset=windows-1251',
      content: Buffer.from(register.orders),
    };
  }),
];
