import { readPartnerFigures } from '@mosty/insight/contract';
import { call, useMay, type AnswerOf } from '@mosty/ui-kit';
import { useQueries } from '@tanstack/react-query';

const CHUNK = 100;

type Figures = AnswerOf<typeof readPartnerFigures>['items'][number];
export type PartnerBooks = Figures['books'];
export type PartnerOwed = Figures['owed'];

/** Money beside the rows of a list, asked for by pages: partner → what we owe it, and its books per class and currency. */
export function usePartnerFigures(partnerIds: readonly string[]): {
  readonly may: boolean;
  readonly owed: ReadonlyMap<string, PartnerOwed>;
  readonly books: ReadonlyMap<string, PartnerBooks>;
} {
  const may = useMay('economics.read');
  const chunks = Array.from({ length: Math.ceil(partnerIds.length / CHUNK) }, (_chunk, place) =>
    partnerIds.slice(place * CHUNK, (place + 1) * CHUNK).join(','),
  );
  const answers = useQueries({
    queries: (may ? chunks : []).map((ids) => ({
      queryKey: [readPartnerFigures.id, ids],
      queryFn: () => call(readPartnerFigures, { query: { ids } }),
    })),
  });
  const items = answers.flatMap((answer) => answer.data?.items ?? []);
  return {
    may,
    owed: new Map(items.map((item) => [item.partnerId as string, item.owed])),
    books: new Map(items.map((item) => [item.partnerId as string, item.books])),
  };
}
