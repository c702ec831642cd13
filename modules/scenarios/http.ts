import { ability } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import * as api from './contract.ts';
import { suggest } from './domain/suggest.ts';
import { warningsOf } from './domain/warnings.ts';
import { rights } from './policy.ts';
import './service/names.ts';
import { coverSeat } from './service/cover-seat.ts';
import { knownScenario } from './service/kept-scenario.ts';
import { putDealIntoScenario, recordEffect, takeDealOut } from './service/scenario-deals.ts';
import { archiveScenario, changeScenario, createScenario } from './service/write-scenario.ts';
import { candidatesFor } from './store/candidates.ts';
import { countDeals, dealsOfScenario } from './store/scenario-deals.ts';
import { listScenarios, seatsOf, type ScenarioRecord } from './store/scenarios.ts';

export const scenariosRoutes: Served[] = [
  serve(api.listScenarios, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'scenario.read');
      const asked = { after: decodeCursor(query.cursor), limit: query.limit, q: query.q, show: query.show };
      const page = pageFrom(await listScenarios(tx, asked), query.limit, (row) => ({
        value: row.createdAt.toISOString(),
        id: row.id,
      }));
      return { ...page, items: await presentRows(tx, page.items) };
    }),
  ),
  serve(api.readScenario, (ctx, { params }) => present(ctx, params.scenarioId)),
  serve(api.createScenario, async (ctx, { body }) => present(ctx, (await createScenario(ctx, body)).id)),
  serve(api.changeScenario, async (ctx, { params, body }) => {
    await changeScenario(ctx, { ...params, ...body });
    return present(ctx, params.scenarioId);
  }),
  serve(api.archiveScenario, async (ctx, { params, body }) => {
    await archiveScenario(ctx, { ...params, ...body });
    return present(ctx, params.scenarioId);
  }),
  serve(api.suggestPartners, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'scenario.read');
      await knownScenario(tx, params.scenarioId);
      const seats = (await seatsOf(tx, [params.scenarioId])).get(params.scenarioId) ?? [];
      const { role } =
        seats.find((seat) => seat.position === params.position) ??
        refuse('not_found', 'scenarios.seat_unknown', { position: params.position });
      return { items: suggest(role, await candidatesFor(tx, params.scenarioId, role)) };
    }),
  ),
  serve(api.coverSeat, async (ctx, { params, body }) => {
    await coverSeat(ctx, { ...params, ...body });
    return present(ctx, params.scenarioId);
  }),
  serve(api.putDealIntoScenario, async (ctx, { params }) => {
    await putDealIntoScenario(ctx, params);
    return present(ctx, params.scenarioId);
  }),
  serve(api.takeDealOut, async (ctx, { params }) => {
    await takeDealOut(ctx, params);
    return present(ctx, params.scenarioId);
  }),
  serve(api.recordEffect, async (ctx, { params, body }) => {
    await recordEffect(ctx, { ...params, ...body });
    return present(ctx, params.scenarioId);
  }),
];

async function presentRows(tx: Tx, scenarios: readonly ScenarioRecord[]) {
  const ids = scenarios.map((one) => one.id);
  const seats = await seatsOf(tx, ids);
  const counts = await countDeals(tx, ids);
  return scenarios.map((one) => {
    const own = seats.get(one.id) ?? [];
    const { deals, won } = counts.get(one.id) ?? { deals: 0, won: 0 };
    return { ...one, seats: own, warnings: warningsOf(own), dealCount: deals, wonCount: won };
  });
}

function present(ctx: Context, scenarioId: string) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'scenario.read');
    const scenario = await knownScenario(tx, scenarioId);
    const [row] = await presentRows(tx, [scenario]);
    return {
      ...scenario,
      ...(row as NonNullable<typeof row>),
      deals: await dealsOfScenario(tx, scenarioId),
      can: { write: ability(() => permit(tx, rights, 'scenario.write')) },
    };
  });
}
