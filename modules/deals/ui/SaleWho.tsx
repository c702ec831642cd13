import {
  Badge,
  ClassBadge,
  DataTable,
  PageLink,
  paths,
  Percent,
  Section,
  useWords,
  type Column,
} from '@mosty/ui-kit';
import type { Deal } from './SaleScreen.tsx';
import classes from './deals.module.css';

type Party = Deal['sale']['who'][number];

/** Who took part, in what role, with what share, and the rule that decided, in words. */
export function SaleWho({ deal: { sale } }: { deal: Deal }) {
  const t = useWords('deals');
  const attribution = useWords('attribution');
  const columns: readonly Column<Party>[] = [
    {
      id: 'partner',
      title: t('sale.partner'),
      cell: (party) => (
        <PageLink to={paths.partner({ partnerId: party.partnerId })} look="quiet">
          {party.partnerName}
        </PageLink>
      ),
    },
    {
      id: 'role',
      title: t('sale.role'),
      cell: (party) => <Badge>{attribution(`role.${party.role}`)}</Badge>,
      narrow: 'value',
    },
    {
      id: 'class',
      title: t('deals.class'),
      cell: (party) => <ClassBadge of={party.class} short />,
      narrow: 'bare',
    },
    {
      id: 'share',
      title: t('sale.share'),
      cell: (party) => <Percent ppm={party.sharePpm} />,
      align: 'right',
    },
    {
      id: 'why',
      title: t('sale.why'),
      cell: (party) => attribution(`reason.${party.reason.code}`, party.reason.params),
      narrow: 'bare',
    },
  ];
  return (
    <Section
      title={t('sale.who')}
      actions={<PageLink to={paths.whoBrought({ saleId: sale.saleId })}>{attribution('who.whySo')}</PageLink>}
    >
      {sale.who.length > 0 ? (
        <DataTable
          label={t('sale.who')}
          columns={columns}
          rows={sale.who}
          rowKey={(party) => `${party.partnerId}-${party.role}`}
        />
      ) : (
        <p className={classes.sum}>
          {sale.uncredited
            ? attribution(`reason.${sale.uncredited.code}`, sale.uncredited.params)
            : attribution('direct')}
        </p>
      )}
    </Section>
  );
}
