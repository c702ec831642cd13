import { permit } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import * as api from '../contract/visitor-policy.ts';
import { rights } from '../policy.ts';
import { setVisitorPolicy, visitorPolicy } from '../service/visitor-policy.ts';

export const visitorPolicyRoutes: readonly Served[] = [
  serve(api.getVisitorPolicy, (ctx) =>
    look(ctx, (tx) => {
      permit(tx, rights, 'click.read');
      return visitorPolicy(tx);
    }),
  ),
  serve(api.setVisitorPolicy, (ctx, { body }) => setVisitorPolicy(ctx, body)),
];
