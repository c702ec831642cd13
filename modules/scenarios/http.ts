import { permit } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import * as api from './contract.ts';
import { rights } from './policy.ts';
import { createScenario } from './service/create-scenario.ts';
import { listScenarios } from './store/scenarios.ts';

export const scenariosRoutes: Served[] = [
  serve(api.listScenarios, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'scenario.read');
      const rows = await listScenarios(tx, { after: decodeCursor(query.cursor), limit: query.limit });
      return pageFrom(rows, query.limit, (row) => ({ value: row.createdAt.toISOString(), id: row.id }));
    }),
  ),
  serve(api.createScenario, (ctx, { body }) => createScenario(ctx, body)),
];
