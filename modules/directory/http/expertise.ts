import { serve, type Served } from '@mosty/kernel/http';
import * as api from '../contract/expertise.ts';
import {
  listTeamExpertise,
  readExpertise,
  setMemberExpertise,
  setPartnerExpertise,
} from '../service/expertise.ts';
import { noteProductUse, readProductUse } from '../service/product-use.ts';

export const expertiseRoutes: readonly Served[] = [
  serve(api.readExpertise, (ctx, { params }) => readExpertise(ctx, params.partnerId)),
  serve(api.setPartnerExpertise, (ctx, { params, body }) => setPartnerExpertise(ctx, { ...params, ...body })),
  serve(api.listTeamExpertise, (ctx) => listTeamExpertise(ctx)),
  serve(api.setMemberExpertise, (ctx, { params, body }) => setMemberExpertise(ctx, { ...params, ...body })),
  serve(api.readProductUse, (ctx, { params }) => readProductUse(ctx, params.partnerId)),
  serve(api.noteProductUse, (ctx, { params, body }) => noteProductUse(ctx, { ...params, ...body })),
];
