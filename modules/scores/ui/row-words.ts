import { useFormat, useWords } from '@mosty/ui-kit';
import type { Row } from '../contract.ts';

/** A row in words; money in a book is said with its sign, and counts as counts. */
export function useRowWords(): (row: Row) => string {
  const t = useWords('scores');
  const format = useFormat();
  return ({ says, params = {} }) => {
    if (says === 'signal_never')
      return t('row.signal_never', { ...params, signal: t(`signal.${params['signal']}`) });
    if (says !== 'book') return t(`row.${says}`, params);
    const [name = '', currency = ''] = String(params['book']).split(' ');
    const amount = (value: unknown) =>
      currency === ''
        ? format.count(Number(value))
        : format.money(Number(value), { currency, precision: 'whole' });
    return t('row.book', {
      book: currency === '' ? t('row.tookPart') : t(`kit:class.${name}`),
      now: amount(params['now']),
      before: amount(params['before']),
      median: amount(params['median']),
    });
  };
}
