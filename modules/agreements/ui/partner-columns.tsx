import { PulseCell, SignalCell, TrustCell, type usePartnerScores } from '@mosty/scores/parts';
import { Badge, Money, PageLink, paths, When, type Column, type Translate } from '@mosty/ui-kit';
import type { PartnerListRow } from '../contract.ts';
import { AgreementBadges } from './AgreementBadges.tsx';
import { BookFigures } from './BookFigures.tsx';
import type { View } from './partner-views.ts';
import type { PartnerOwed, usePartnerFigures } from './use-partner-figures.ts';
import classes from './agreements.module.css';

interface Beside {
  readonly nameOf: (id: string | null) => string | null;
  readonly figures: ReturnType<typeof usePartnerFigures>;
  readonly scores: ReturnType<typeof usePartnerScores>;
  readonly view: View;
}

/** Who first, then what binds us, then what it brings and costs. */
export function partnerColumns(
  t: Translate,
  { nameOf, figures, scores, view }: Beside,
): readonly Column<PartnerListRow>[] {
  // Where a view mixes standings, each row says its own.
  const standing = view === 'mine' || view === 'archive';
  const booksOf = (row: PartnerListRow) => figures.books.get(row.id);
  const money: readonly Column<PartnerListRow>[] = [
    {
      id: 'brought',
      title: t('partners.brought'),
      cell: (row) => <BookFigures books={booksOf(row)} of="broughtMinor" />,
      align: 'right',
      narrow: 'value',
    },
    {
      id: 'owed',
      title: t('partners.owed'),
      cell: (row) => <Owed partnerId={row.id} owed={figures.owed.get(row.id)} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'margin',
      title: t('partners.margin'),
      cell: (row) => <BookFigures books={booksOf(row)} of="margin90Minor" />,
      align: 'right',
      narrow: 'hide',
    },
  ];
  const standings: readonly Column<PartnerListRow>[] = [
    {
      id: 'trust',
      title: t('partners.trust'),
      cell: (row) => <TrustCell score={scores.of.get(row.id)} />,
      sorts: true,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'pulse',
      title: t('partners.pulse'),
      cell: (row) => <PulseCell score={scores.of.get(row.id)} />,
      sorts: true,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'lastSignal',
      title: t('partners.lastSignal'),
      cell: (row) => <SignalCell score={scores.of.get(row.id)} />,
      sorts: true,
      align: 'right',
      narrow: 'line',
    },
  ];
  const added: Column<PartnerListRow> = {
    id: 'createdAt',
    title: t('partners.added'),
    cell: (row) => <When value={row.createdAt} />,
    align: 'right',
    sorts: true,
    narrow: 'line',
  };
  return [
    {
      id: 'name',
      title: t('partners.name'),
      cell: (row) => (
        <span className={classes.name}>
          {row.name}{' '}
          {standing ? (
            <Badge tone={row.standing === 'partner' ? 'accent' : 'faint'}>
              {t(`standing.${row.standing}`)}
            </Badge>
          ) : null}
          {row.purpose ? <span className={classes.purpose}>{row.purpose}</span> : null}
        </span>
      ),
      sorts: true,
      width: '24%',
      narrow: 'title',
    },
    {
      id: 'agreements',
      title: t('partners.agreements'),
      cell: (row) => <AgreementBadges agreements={row.agreements} />,
      narrow: 'bare',
    },
    {
      id: 'owner',
      title: t('partners.owner'),
      cell: (row) =>
        nameOf(row.ownerMemberId) ?? <span className={classes.soft}>{t('partners.nobody')}</span>,
      narrow: 'line',
    },
    // A contact has brought nothing yet: what matters is since when it is only a contact.
    ...(view === 'contact' ? [added] : [...(scores.may ? standings : []), ...(figures.may ? money : [])]),
  ];
}

/** A line for each currency, never a sum; opens what it is made of. */
function Owed({ partnerId, owed }: { partnerId: string; owed: PartnerOwed | undefined }) {
  if (!owed || owed.length === 0) return <span className={classes.soft}>–</span>;
  return (
    <PageLink look="quiet" to={paths.accruals({ partner: partnerId })}>
      <span className={classes.books}>
        {owed.map((one) => (
          <Money key={one.currency} minor={one.owedMinor} currency={one.currency} precision="whole" />
        ))}
      </span>
    </PageLink>
  );
}
