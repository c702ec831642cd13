import {
  ClassBadge,
  EmptyState,
  Loaded,
  Money,
  PageHeading,
  PageLink,
  paths,
  Sentence,
  useFormat,
  useParam,
  useRead,
  useWords,
} from '@mosty/ui-kit';
import { readPartnerProfit, type PartnerProfit } from '../../contract.ts';
import { Exclusive } from './Exclusive.tsx';
import { ProfitFigures } from './ProfitFigures.tsx';
import { ProfitMonths } from './ProfitMonths.tsx';

export type Book = PartnerProfit['books'][number];

/** A partner as an investment: put in, come back, the month the two met, how evenly it comes (S3.28–29). */
export default function PartnerProfitScreen() {
  const partnerId = useParam('partnerId');
  const read = useRead(readPartnerProfit, { params: { partnerId } }, { keep: false });
  return <Loaded read={read}>{(profit) => <Profit of={profit} />}</Loaded>;
}

function Profit({ of: { partnerId, name, currency, books, exclusivity } }: { of: PartnerProfit }) {
  const t = useWords('economics-partner');
  // The department's own class first; each is a book of its own and they are never added (S2.3).
  const inOrder = books.toSorted((a, b) => order(a) - order(b));
  const [main] = inOrder;
  return (
    <>
      <PageHeading
        above={<PageLink to={paths.partner({ partnerId })}>{t('above')}</PageLink>}
        title={t('title', { name })}
        answer={main ? <Payback of={main} currency={currency} /> : null}
      />
      {inOrder.length === 0 ? <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState> : null}
      {inOrder.map((book) => (
        <div key={book.class}>
          <p style={{ margin: '16px 0 8px' }}>
            <ClassBadge of={book.class} />
          </p>
          <ProfitFigures book={book} currency={currency} partnerId={partnerId} />
          <ProfitMonths book={book} currency={currency} />
        </div>
      ))}
      {exclusivity.length > 0 ? <Exclusive of={exclusivity} /> : null}
    </>
  );
}

const order = (book: Book) => ['partner_sales', 'referral', 'alliance'].indexOf(book.class);

function Payback({ of: book, currency }: { of: Book; currency: string }) {
  const t = useWords('economics-partner');
  const format = useFormat();
  const money = (minor: number) => <Money minor={minor} currency={currency} precision="whole" />;
  const parts = {
    left: money(book.leftMinor),
    invested: money(book.investedMinor),
    returned: money(book.returnedMinor),
    lack: money(-book.leftMinor),
  };
  if (!book.invested) return <Sentence text={t('nothingIn')} parts={parts} />;
  // Whoever paid back once and then fell below is not in the black now, whatever the month it was.
  if (book.paybackMonth === null || book.leftMinor < 0) return <Sentence text={t('notYet')} parts={parts} />;
  return (
    <Sentence
      text={t('paidBack', { after: book.paybackAfter ?? 0, month: format.when(book.paybackMonth, 'month') })}
      parts={parts}
    />
  );
}
