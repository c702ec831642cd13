import { languageOf, serve, type Served } from '@mosty/kernel/http';
import {
  exportReportRows,
  listReportRows,
  readEarlyResult,
  readEffort,
  readFirstSale,
  readSteady,
  readSurvival,
  readTrustBands,
} from '../contract/partner-life.ts';
import {
  exportReportRows as exportRows,
  listReportRows as listRows,
} from '../service/partner-life/list-report-rows.ts';
import { readEarlyResult as readEarlyResultVerb } from '../service/partner-life/read-early-result.ts';
import { readEffort as readEffortVerb } from '../service/partner-life/read-effort.ts';
import { readFirstSale as readFirstSaleVerb } from '../service/partner-life/read-first-sale.ts';
import { readSteady as readSteadyVerb } from '../service/partner-life/read-steady.ts';
import { readSurvival as readSurvivalVerb } from '../service/partner-life/read-survival.ts';
import { readTrustBands as readTrustBandsVerb } from '../service/partner-life/read-trust-bands.ts';

export const partnerLifeRoutes: readonly Served[] = [
  serve(readFirstSale, (ctx, { query }) => readFirstSaleVerb(ctx, query)),
  serve(readEarlyResult, (ctx, { query }) => readEarlyResultVerb(ctx, query)),
  serve(readSurvival, (ctx, { query }) => readSurvivalVerb(ctx, query)),
  serve(readSteady, (ctx, { query }) => readSteadyVerb(ctx, query)),
  serve(readEffort, (ctx, { query }) => readEffortVerb(ctx, query)),
  serve(readTrustBands, (ctx, { query }) => readTrustBandsVerb(ctx, query)),
  serve(listReportRows, async (ctx, { query }) => {
    const { items, ...page } = await listRows(ctx, query);
    return { ...page, items: items.map(({ sort: _sort, ...row }) => row) };
  }),
  serve(exportReportRows, (ctx, { query, headers }) =>
    exportRows(ctx, { ...query, language: languageOf(headers, query.language) }),
  ),
];
