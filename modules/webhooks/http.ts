import { serve, type Served } from '@mosty/kernel/http';
import * as api from './contract.ts';
import { changeEndpoint } from './service/change-endpoint.ts';
import { createEndpoint } from './service/create-endpoint.ts';
import { openFeed } from './service/feed.ts';
import { createPostback, removePostback, switchPostback } from './service/postbacks.ts';
import {
  deliveryView,
  endpointView,
  postbackView,
  readDeliveries,
  readDelivery,
  readEndpoint,
  readEndpoints,
  readPostbackDeliveries,
  readPostbacks,
} from './service/read-endpoints.ts';
import { removeEndpoint } from './service/remove-endpoint.ts';
import { replayDelivery, replayPeriod } from './service/replay.ts';
import { rotateSecret } from './service/rotate-secret.ts';
import { testEndpoint } from './service/test-endpoint.ts';

export const webhooksRoutes: Served[] = [
  serve(api.listEndpoints, (ctx) => readEndpoints(ctx)),
  serve(api.createEndpoint, async (ctx, { body }) => {
    const { endpoint, secret } = await createEndpoint(ctx, body);
    return { endpoint: endpointView(endpoint, ctx.clock.now()), secret };
  }),
  serve(api.getEndpoint, (ctx, { params }) => readEndpoint(ctx, params.endpointId)),
  serve(api.changeEndpoint, async (ctx, { params, body }) =>
    endpointView(await changeEndpoint(ctx, { ...params, ...body }), ctx.clock.now()),
  ),
  serve(api.removeEndpoint, (ctx, { params }) => removeEndpoint(ctx, params)),
  serve(api.rotateSecret, async (ctx, { params, body }) => {
    const { endpoint, secret } = await rotateSecret(ctx, { ...params, ...body });
    return { endpoint: endpointView(endpoint, ctx.clock.now()), secret };
  }),
  serve(api.listDeliveries, (ctx, { params, query }) => readDeliveries(ctx, params.endpointId, query)),
  serve(api.getDelivery, (ctx, { params }) => readDelivery(ctx, params.deliveryId)),
  serve(api.replayDelivery, async (ctx, { params }) => deliveryView(await replayDelivery(ctx, params))),
  serve(api.replayPeriod, (ctx, { params, body }) =>
    replayPeriod(ctx, {
      endpointId: params.endpointId,
      from: new Date(body.from),
      to: new Date(body.to),
      what: body.what,
    }),
  ),
  serve(api.testEndpoint, async (ctx, { params }) => deliveryView(await testEndpoint(ctx, params))),
  serve(api.listPostbacks, (ctx, { query }) => readPostbacks(ctx, query.partnerId)),
  serve(api.createPostback, async (ctx, { body }) => postbackView(ctx, await createPostback(ctx, body))),
  serve(api.switchPostback, async (ctx, { params, body }) =>
    postbackView(ctx, await switchPostback(ctx, { ...params, ...body })),
  ),
  serve(api.removePostback, (ctx, { params }) => removePostback(ctx, params)),
  serve(api.listPostbackDeliveries, (ctx, { params, query }) =>
    readPostbackDeliveries(ctx, params.postbackId, query),
  ),
  serve(api.readFeed, async (ctx, { headers }) => ({
    filename: 'feed',
    contentType: 'text/event-stream; charset=utf-8',
    content: await openFeed(ctx, {
      after: numberOf(headers['last-event-id']),
      // A browser's EventSource asks for a stream; anybody else gets what there is and the end of it.
      stays: String(headers['accept'] ?? '').includes('text/event-stream'),
    }),
  })),
];

function numberOf(header: string | string[] | undefined): bigint | null {
  return typeof header === 'string' && /^\d{1,18}$/.test(header) ? BigInt(header) : null;
}
