import { namesOfMembers, permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, languageOf, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import { businessDate } from '@mosty/kernel/time';
import * as risk from '../contract/risk.ts';
import * as api from '../contract/trials.ts';
import { rights } from '../policy.ts';
import { compareOnHistory } from '../service/compare-on-history.ts';
import { exportTrial } from '../service/export-trial.ts';
import { dropTrial, saveTrial } from '../service/keep-trials.ts';
import { listTrialSales } from '../service/list-trial-sales.ts';
import { weighRisk } from '../service/weigh-risk.ts';
import { findTrial, pageOfTrials, type TrialRecord } from '../store/trials.ts';

export const trialRoutes: readonly Served[] = [
  serve(api.compareOnHistory, (ctx, { body }) => compareOnHistory(ctx, { ...body, ...days(body) })),
  serve(api.listTrialSales, (ctx, { body }) => listTrialSales(ctx, { ...body, ...days(body) })),
  serve(api.listTrials, (ctx, { query: { cursor, limit } }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'scheme.read');
      const after = decodeCursor(cursor);
      if (after && Number.isNaN(Date.parse(after.value))) refuse('invalid', 'request.cursor_malformed');
      const rows = await pageOfTrials(tx, { after, limit: limit + 1 });
      const page = pageFrom(rows, limit, ({ savedAt, id }) => ({ value: savedAt.toISOString(), id }));
      return { ...page, items: await withNames(tx, page.items) };
    }),
  ),
  serve(api.readTrial, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'scheme.read');
      const trial = (await findTrial(tx, params.trialId)) ?? refuse('not_found', 'incentives.no_trial');
      const [told] = await withNames(tx, [trial]);
      return told ?? refuse('not_found', 'incentives.no_trial');
    }),
  ),
  serve(api.saveTrial, (ctx, { body: { partnerIds, ...body } }) =>
    saveTrial(ctx, { ...body, ...days(body), partnerIds: partnerIds ?? null }),
  ),
  serve(api.dropTrial, (ctx, { params }) => dropTrial(ctx, params)),
  serve(api.exportTrial, (ctx, { params, query: { format, language }, headers }) =>
    exportTrial(ctx, { ...params, format, language: languageOf(headers, language) }),
  ),
  serve(risk.weighSchemeRisk, (ctx, { body }) =>
    weighRisk(ctx, {
      ...body,
      fixedMinor: BigInt(body.fixedMinor),
      hybridRatePpm: BigInt(body.hybridRatePpm),
      flatRatePpm: BigInt(body.flatRatePpm),
      leastMinor: BigInt(body.leastMinor),
    }),
  ),
];

const days = ({ from, to }: { from: string; to: string }) => ({
  from: businessDate(from),
  to: businessDate(to),
});

async function withNames(tx: Tx, trials: readonly TrialRecord[]) {
  const names = await namesOfMembers(
    tx,
    trials.map(({ savedBy }) => savedBy),
  );
  return trials.map((trial) => ({ ...trial, savedBy: names.get(trial.savedBy) ?? null }));
}
