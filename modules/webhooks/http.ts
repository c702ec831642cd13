import { permit } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import * as api from './contract.ts';
import { rights } from './policy.ts';
import { createEndpoint } from './service/create-endpoint.ts';
import { listEndpoints } from './store/endpoints.ts';

export const webhooksRoutes: Served[] = [
  serve(api.listEndpoints, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'endpoint.read');
      const rows = await listEndpoints(tx, { after: decodeCursor(query.cursor), limit: query.limit });
      return pageFrom(rows, query.limit, (row) => ({ value: row.createdAt.toISOString(), id: row.id }));
    }),
  ),
  serve(api.createEndpoint, (ctx, { body }) => createEndpoint(ctx, body)),
];
