import { said, type TableColumn } from '@mosty/kernel/table-file';
import type { Zone } from '@mosty/kernel/time';
import type { FeedLine } from '../store/click-feed.ts';
import { clicks as words } from '../ui/words/clicks.ts';

/** A click in a file. The visitor's address is not kept, and what its program calls itself is not told. */
export function clickColumns(zone: Zone): readonly TableColumn<FeedLine>[] {
  const moment = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const verdicts = { ru: words.ru.clicks.verdict, en: words.en.clicks.verdict };
  const reasons = { ru: words.ru.clicks.why, en: words.en.clicks.why };
  return [
    { title: { ru: 'Когда', en: 'When' }, value: (row) => moment.format(row.at) },
    { title: { ru: 'Кто пришёл', en: 'Who came' }, value: (row) => said(row.verdict, verdicts) },
    { title: { ru: 'Почему так решили', en: 'Why we think so' }, value: (row) => said(row.why, reasons) },
    { title: { ru: 'Ссылка или код', en: 'Link or code' }, value: (row) => row.followed },
    { title: { ru: 'Партнёр', en: 'Partner' }, value: (row) => row.partnerName },
    { title: { ru: 'Страна', en: 'Country' }, value: (row) => row.country },
    { title: { ru: 'Откуда перешли', en: 'Referring site' }, value: (row) => row.referrerHost },
    {
      title: { ru: 'Согласие на cookie', en: 'Consented' },
      value: (row) => (row.consented ? { ru: 'да', en: 'yes' } : { ru: 'нет', en: 'no' }),
    },
  ];
}
