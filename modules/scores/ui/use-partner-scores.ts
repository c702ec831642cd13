import { call, useMay } from '@mosty/ui-kit';
import { useQueries } from '@tanstack/react-query';
import { listScores, type ScoreRow } from '../contract.ts';

const CHUNK = 100;

/** Scores beside the rows of a list, asked for by pages. */
export function usePartnerScores(partnerIds: readonly string[]): {
  readonly may: boolean;
  readonly of: ReadonlyMap<string, ScoreRow>;
} {
  const may = useMay('score.read');
  const chunks = Array.from({ length: Math.ceil(partnerIds.length / CHUNK) }, (_chunk, place) =>
    partnerIds.slice(place * CHUNK, (place + 1) * CHUNK).join(','),
  );
  const answers = useQueries({
    queries: (may ? chunks : []).map((ids) => ({
      queryKey: [listScores.id, ids],
      queryFn: () => call(listScores, { query: { ids } }),
    })),
  });
  const items = answers.flatMap((answer) => answer.data?.items ?? []);
  return { may, of: new Map(items.map((item) => [item.partnerId as string, item])) };
}
