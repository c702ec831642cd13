import { PageLink, paths, Sentence, useFormat, useWords } from '@mosty/ui-kit';
import type { EvidenceRow, Flag } from '../contract/flags.ts';
import { useSaid } from './say.ts';
import classes from './flags.module.css';

/** What a flag stands on; every row opens where it came from. */
export function FlagRows({ flag }: { flag: Flag }) {
  const t = useWords('integrity');
  const said = useSaid();
  const format = useFormat();
  if (flag.rows.length === 0) return <p className={classes.soft}>{t('flag.noRows')}</p>;
  return (
    <ul className={classes.list}>
      {flag.rows.map((row, place) => {
        const to = sourceOf(row, flag.partner.id);
        const name = nameOf(row, t, format.when);
        return (
          <li key={`${row.subject} ${place}`} className={classes.item}>
            <span className={classes.marks}>
              {to?.startsWith('http') ? (
                <a href={to} target="_blank" rel="noreferrer noopener">
                  {name}
                </a>
              ) : to ? (
                <PageLink to={to}>{name}</PageLink>
              ) : (
                <b>{name}</b>
              )}
              {row.at ? <span className={classes.soft}>{format.when(row.at, 'time')}</span> : null}
            </span>
            <p>
              <Sentence text={said('row', row.says)} parts={{}} />
            </p>
          </li>
        );
      })}
    </ul>
  );
}

function nameOf(
  { kind, name, subject }: EvidenceRow,
  t: ReturnType<typeof useWords>,
  when: (value: string) => string,
): string {
  if (kind === 'lack') return t(`lackOf.${subject}`);
  if (kind === 'month' || kind === 'day') return when(subject);
  if (kind === 'host') return subject;
  return name ? `${t(`kindOf.${kind}`)} ${name}` : t(`kindOf.${kind}`);
}

/** The page where a row is kept; null: a gap has none but the partner's own. */
function sourceOf({ kind, subject }: EvidenceRow, partnerId: string): string | null {
  switch (kind) {
    case 'sale':
      return paths.whoBrought({ saleId: subject });
    case 'client':
      return paths.client({ clientId: subject });
    case 'partner':
      return paths.partner({ partnerId: subject });
    case 'code':
      return paths.codes({ partner: partnerId });
    case 'link':
      return paths.links({ partner: partnerId, open: subject });
    case 'host':
    case 'day':
      return paths.clicks({ partner: partnerId });
    case 'month':
      return paths.deals({ month: subject, partner: partnerId });
    case 'check':
      return paths.check({ partnerId });
    case 'publication':
      return paths.calendar({ partner: partnerId });
    case 'answer':
    case 'lack':
      return paths.partner({ partnerId });
    case 'note':
      return /^https?:\/\//.test(subject) ? subject : null;
    default:
      return null;
  }
}
