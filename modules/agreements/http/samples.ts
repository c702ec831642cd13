import { may, permit } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import * as api from '../contract.ts';
import { rights } from '../policy.ts';
import { publishSample, sampleNow, samplesNow } from '../service/samples.ts';

export const sampleRoutes: Served[] = [
  serve(api.listSamples, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'agreement.propose');
      return {
        items: await samplesNow(tx, query.language),
        can: { publish: may(tx, rights, 'sample.publish') },
      };
    }),
  ),
  serve(api.publishSample, (ctx, { params, body }) => publishSample(ctx, { ...params, ...body })),
  serve(api.getExpectationsTemplate, (ctx, { params, query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'agreement.propose');
      return (await sampleNow(tx, params.kind, query.language)).body;
    }),
  ),
];
