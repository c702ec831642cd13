import { PageLink, useEveryWord, useFormat } from '@mosty/ui-kit';
import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { ItemActs } from './ItemActs.tsx';
import type { ExitItem, ExitPage } from './exit-reads.ts';
import classes from './exits.module.css';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Everything the last gate asks: there with what was seen, or not there with what to do about it right here. */
export function ExitItems({ partnerId, page }: { partnerId: string; page: ExitPage }) {
  // Findings are told in the words of the modules that find.
  const t = useEveryWord('exits');
  const format = useFormat();
  const told = (what: 'seen' | 'missing', { code, params }: ExitItem['rows'][number]): string => {
    const [module = '', name = ''] = code.split('.');
    const spoken: Record<string, ExitItem['rows'][number]['params'][string]> = { ...params };
    for (const [key, value] of Object.entries(params))
      if (typeof value === 'string' && DAY.test(value)) spoken[key] = format.when(value);
    return t(`${module}:${what}.${name}`, { ...spoken, defaultValue: '' });
  };
  return (
    <ul className={classes.items}>
      {page.items.map((item) => (
        <li key={item.code} className={classes.item} data-met={item.met}>
          {item.met ? (
            <IconCheck size={20} aria-label={t('item.closed')} role="img" />
          ) : (
            <IconCircleDashed size={20} aria-label={t('item.open')} role="img" />
          )}
          <div>
            <div className={classes.name}>{t(`lifecycle:evidence.${item.code}`)}</div>
            {item.rows.map((row) => (
              <div key={row.code} className={classes.soft}>
                {told('seen', row)}
              </div>
            ))}
            {item.missing.map((one) => (
              <div key={one.code} className={classes.soft}>
                {told('missing', one)}{' '}
                {one.to && !one.to.endsWith('/exit') ? (
                  <PageLink to={one.to}>{t('item.goThere')}</PageLink>
                ) : null}
              </div>
            ))}
          </div>
          <div className={classes.acts}>
            <ItemActs partnerId={partnerId} page={page} item={item} />
          </div>
        </li>
      ))}
    </ul>
  );
}
