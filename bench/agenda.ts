import { buildAgenda } from '@mosty/agenda';
import { agendaRoutes } from '@mosty/agenda/http';
import { ask, percentile, SCALE, took, withLargeCompany } from './large/company.ts';

const ROUNDS = 40;

/**
 * Monday at a hundred thousand partners kept by twenty people: the page of one of them and the page of the team, whole as
 * the server answers them. Beside them the owner's figures straight from the facts, in the same minute. How long the night
 * takes to look at everything anew is told too.
 */
await withLargeCompany(async ({ program, raw, as }) => {
  let built = { found: 0, broken: 0 };
  const first = await took('agenda built', async () => {
    built = await buildAgenda(program);
  });
  const again = await took('agenda built again', () => buildAgenda(program));
  const route = (id: string) =>
    agendaRoutes.find(({ operation }) => operation.id === id) ?? fail(`no operation ${id}`);
  const own: number[] = [];
  const team: number[] = [];
  const reference: number[] = [];
  for (let round = -3; round < ROUNDS; round += 1) {
    const page = await ask(route('readAgenda'), as('manager', 1 + (Math.abs(round) % SCALE.managers)));
    const week = await ask(route('readTeamWeek'), as('head'));
    if (round < 0) continue;
    own.push(page);
    team.push(week);
    if (round % 10 === 0) reference.push(await raw.page());
  }
  const [ours, teamP95] = [percentile(own, 0.95), percentile(team, 0.95)];
  console.log(
    JSON.stringify({
      name: 'agenda',
      ours,
      reference: percentile(reference, 0.5),
      ratio: Math.round((ours / percentile(reference, 0.5)) * 1000) / 1000,
      goal: 'p95 of a page < 300 ms, no rule broken',
      met: ours < 300 && teamP95 < 300 && built.broken === 0,
      pageP50: percentile(own, 0.5),
      teamP95,
      cards: built.found,
      broken: built.broken,
      builtSeconds: Math.round(first / 100) / 10,
      builtAgainSeconds: Math.round(again / 100) / 10,
      ...SCALE,
    }),
  );
});

function fail(why: string): never {
  throw new Error(why);
}
