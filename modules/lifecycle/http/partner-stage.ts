import { permit } from '@mosty/identity';
import { look, transact } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import * as api from '../contract.ts';
import { rights } from '../policy.ts';
import { changePath } from '../service/change-path.ts';
import { enterConveyor } from '../service/enter-lifecycle.ts';
import { moveStage } from '../service/move-stage.ts';
import { takeOver } from '../service/take-over.ts';
import { presentPartnerStage } from './present.ts';

export const partnerStageRoutes: Served[] = [
  serve(api.readPartnerStage, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'lifecycle.read');
      return presentPartnerStage(tx, params.partnerId);
    }),
  ),
  serve(api.movePartner, (ctx, { params, body: { to, ...details } }) =>
    transact(ctx, async (tx) => {
      await moveStage(tx, { ...params, to, details });
      return presentPartnerStage(tx, params.partnerId);
    }),
  ),
  serve(api.enterConveyor, (ctx, { params, body }) =>
    transact(ctx, async (tx) => {
      await enterConveyor(tx, { ...params, ...body });
      return presentPartnerStage(tx, params.partnerId);
    }),
  ),
  serve(api.takeOverPartner, (ctx, { params, body }) =>
    transact(ctx, async (tx) => {
      await takeOver(tx, { ...params, ...body });
      return presentPartnerStage(tx, params.partnerId);
    }),
  ),
  serve(api.changePath, (ctx, { params, body }) =>
    transact(ctx, async (tx) => {
      await changePath(tx, { ...params, ...body });
      return presentPartnerStage(tx, params.partnerId);
    }),
  ),
];
