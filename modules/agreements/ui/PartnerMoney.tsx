import { readPartnerEconomics } from '@mosty/insight/contract';
import {
  ClassBadge,
  Figures,
  LinesSkeleton,
  Loaded,
  Money,
  NumberOpens,
  PageLink,
  paths,
  Section,
  useFormat,
  useMay,
  useRead,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import classes from './agreements.module.css';

type Book = AnswerOf<typeof readPartnerEconomics>['books'][number];

/** Brought, cost, owed: a book for each class, never added (S2.3, S2.37). */
export function PartnerMoney({ partnerId }: { partnerId: string }) {
  const t = useWords('agreements');
  const may = useMay('economics.read');
  const mayStatements = useMay('statement.read');
  const mayProfit = useMay('department.read');
  const read = useRead(readPartnerEconomics, { params: { partnerId } }, { enabled: may });
  if (!may) return null;
  return (
    <Section
      title={t('money.title')}
      note={t('money.note')}
      actions={
        <>
          {mayProfit ? (
            <PageLink to={paths.partnerProfit({ partnerId })}>{t('money.profit')}</PageLink>
          ) : null}
          {mayStatements ? (
            <PageLink to={paths.statements({ partner: partnerId })}>{t('card.statements')}</PageLink>
          ) : null}
        </>
      }
    >
      <Loaded read={read} skeleton={<LinesSkeleton lines={2} />}>
        {({ books }) =>
          books.length === 0 ? (
            <p className={classes.soft}>{t('money.empty')}</p>
          ) : (
            <>
              {books.map((book) => (
                <BookOf
                  key={`${book.class} ${book.currency}`}
                  book={book}
                  partnerId={partnerId}
                  alone={books.length === 1}
                />
              ))}
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function BookOf({ book, partnerId, alone }: { book: Book; partnerId: string; alone: boolean }) {
  const t = useWords('agreements');
  const insight = useWords('insight');
  const format = useFormat();
  const amount = (minor: number | null) => (
    <Money minor={minor ?? 0} currency={book.currency} precision="whole" />
  );
  const notes = [
    book.lastSaleOn ? t('money.lastSale', { day: format.when(book.lastSaleOn) }) : t('money.noSale'),
    book.clients.value ? t('money.clients', { count: book.clients.value }) : null,
  ].filter(Boolean);
  const accruals = paths.accruals({ partner: partnerId, class: book.class });
  const brought = book.brought.value ?? 0;
  const reward = book.commission.value ?? 0;
  const costs = book.costs.value ?? 0;
  // What is left is what was brought less these three; the cost of goods has no rows but the sales themselves.
  const goods = brought - reward - costs - book.marginMinor;
  const sales = paths.deals({ partner: partnerId, class: book.class });
  const parts = [
    { label: t('money.brought'), value: <PageLink to={sales}>{amount(brought)}</PageLink> },
    { label: t('money.goods'), value: <PageLink to={sales}>{amount(-goods)}</PageLink> },
    { label: t('money.reward'), value: <PageLink to={accruals}>{amount(-reward)}</PageLink> },
    {
      label: t('money.costs'),
      value: (
        <PageLink to={paths.costs({ partner: partnerId, class: book.class })}>{amount(-costs)}</PageLink>
      ),
    },
  ];
  return (
    <>
      {alone ? null : (
        <p style={{ margin: '16px 0 8px' }}>
          <ClassBadge of={book.class} />
        </p>
      )}
      <Figures
        label={t('money.title')}
        items={[
          {
            label: t('money.brought'),
            value: <PageLink to={sales}>{amount(book.brought.value)}</PageLink>,
            note: notes.join(' · '),
          },
          {
            label: t('money.cost'),
            value: (
              <PageLink to={paths.costs({ partner: partnerId, class: book.class })}>
                {amount(book.cost.value)}
              </PageLink>
            ),
          },
          {
            label: t('money.owed'),
            value: <PageLink to={accruals}>{amount(book.owed.value)}</PageLink>,
          },
          {
            label: t('money.margin'),
            value: (
              <NumberOpens
                title={t('money.margin')}
                proof={{
                  rule: { text: t('money.marginRule') },
                  gaps: book.gaps.map((gap) => insight(`gap.${gap}`)),
                  estimate: book.marginIsEstimate,
                }}
                rows={() => <Figures label={t('money.margin')} items={parts} />}
              >
                {amount(book.marginMinor)}
              </NumberOpens>
            ),
            note: marginNote(),
          },
        ]}
      />
    </>
  );

  function marginNote(): string {
    const payback = book.paybackMonth
      ? t('money.payback', { month: book.paybackMonth })
      : t((book.costs.value ?? 0) > 0 ? 'money.notPaidBack' : 'money.nothingIn');
    return [payback, book.tookPart > 0 ? t('money.tookPart', { count: book.tookPart }) : null]
      .filter(Boolean)
      .join(' · ');
  }
}
