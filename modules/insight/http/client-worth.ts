import { languageOf, serve, type Served } from '@mosty/kernel/http';
import {
  exportClientCost,
  exportClientWorth,
  exportWorthRows,
  listWorthRows,
  readClientCost,
  readClientWorth,
} from '../contract/client-worth.ts';
import {
  exportClientCost as exportClientCostVerb,
  exportWorth,
  exportWorthRows as exportWorthRowsVerb,
} from '../service/client-worth/export-worth.ts';
import { openWorth } from '../service/client-worth/open-worth.ts';
import { readClientCost as readClientCostVerb } from '../service/client-worth/read-client-cost.ts';
import { readClientWorth as readClientWorthVerb } from '../service/client-worth/read-client-worth.ts';

export const clientWorthRoutes: readonly Served[] = [
  serve(readClientWorth, (ctx, { query }) => readClientWorthVerb(ctx, query)),
  serve(exportClientWorth, (ctx, { query, headers }) =>
    exportWorth(ctx, { ...query, language: languageOf(headers, query.language) }),
  ),
  serve(listWorthRows, (ctx, { query }) => openWorth(ctx, query)),
  serve(exportWorthRows, (ctx, { query, headers }) =>
    exportWorthRowsVerb(ctx, { ...query, language: languageOf(headers, query.language) }),
  ),
  serve(readClientCost, (ctx, { query }) => readClientCostVerb(ctx, query)),
  serve(exportClientCost, (ctx, { query, headers }) =>
    exportClientCostVerb(ctx, { ...query, language: languageOf(headers, query.language) }),
  ),
];
