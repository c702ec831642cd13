import { useWords } from '@mosty/ui-kit';
import type { PartnerHarm } from '../../contract/reputation.ts';
import classes from './reputation.module.css';

/** Under ten clients one silent is ten per cent. */
const CLIENTS_NEEDED = 10;

/** What has no price in money, said in words; nothing is said of what there is none of. */
export function HarmWords({ of }: { readonly of: PartnerHarm }) {
  const t = useWords('insight-reputation');
  const all = useWords('insight');
  const said = [
    ...(['breaches', 'incidents', 'complaints'] as const)
      .filter((what) => of[what] > 0)
      .map((what) => t(what, { count: of[what] })),
    ...of.clients
      .filter(({ gone }) => gone > 0)
      .map(
        ({ class: book, n, gone }) =>
          `${all(`book.${book}`)}: ${n < CLIENTS_NEEDED ? t('goneFew', { of: n }) : t('gone', { n: gone, of: n })}`,
      ),
  ];
  if (said.length === 0) return <span className={classes.small}>{t('nothing')}</span>;
  return (
    <ul className={classes.words}>
      {said.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
