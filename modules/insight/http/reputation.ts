import { languageOf, serve, type Served } from '@mosty/kernel/http';
import { exportHarm, exportReputation, listHarm, listReputation } from '../contract/reputation.ts';
import {
  exportHarm as exportHarmVerb,
  exportReputation as exportReputationVerb,
} from '../service/reputation/export-reputation.ts';
import { readHarm, readReputation } from '../service/reputation/read-reputation.ts';

export const reputationRoutes: readonly Served[] = [
  serve(listReputation, (ctx, { query }) => readReputation(ctx, query)),
  serve(exportReputation, (ctx, { query, headers }) =>
    exportReputationVerb(ctx, { ...query, language: languageOf(headers, query.language) }),
  ),
  serve(listHarm, (ctx, { query }) => readHarm(ctx, query)),
  serve(exportHarm, (ctx, { query, headers }) =>
    exportHarmVerb(ctx, { ...query, language: languageOf(headers, query.language) }),
  ),
];
