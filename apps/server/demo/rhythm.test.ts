import { buildAgenda } from '@mosty/agenda';
import { agendaRoutes } from '@mosty/agenda/http';
import { readAgenda } from '@mosty/agenda/contract';
import { openPool } from '@mosty/kernel/db';
import { addDays, businessDate, businessDateOf } from '@mosty/kernel/time';
import { rhythmRoutes } from '@mosty/rhythm/http';
import { readCalendar } from '@mosty/rhythm/contract';
import { testDatabase } from '@mosty/testkit';
import { expect, it } from 'vitest';
import { CAST, COMPANY } from './cast.ts';
import { enrol } from './enrol.ts';
import { tellRhythm } from './rhythm.ts';
import { publishSchemes } from './schemes.ts';
import { setStage } from './stage.ts';

const asked = {
  params: {},
  body: undefined,
  remoteAddress: '127.0.0.1',
  origin: 'http://localhost',
  headers: {},
};

it('stories 1 and 9: whom nobody spoke to for seven weeks stands first, and an author without proof is not ready', async () => {
  const template = await testDatabase();
  const database = openPool(template.appUrl, 4);
  try {
    const begin = new Date('2026-01-12T06:00:00Z');
    const stage = await setStage(database, begin);
    const day = businessDateOf(begin, COMPANY.zone);
    const schemeOf = await publishSchemes(stage, day);
    const enrolled = await enrol(stage, CAST, day, schemeOf);
    const today = addDays(day, 120);
    stage.clock.set(new Date(`${today}T09:00:00Z`));
    await tellRhythm(stage, enrolled, today);
    expect(await buildAgenda(stage.system)).toMatchObject({ broken: 0 });

    const weeks = [];
    for (const email of ['maria@example.ru', 'artem@example.ru']) {
      const ctx = stage.people.get(email)?.ctx ?? stage.head;
      const route = agendaRoutes.find(({ operation }) => operation.id === 'readAgenda');
      weeks.push(readAgenda.answer.parse(await route?.handle(ctx, { ...asked, query: {} })));
    }
    const cards = weeks.flatMap((week) => week.cards);
    expect(cards.find(({ partner }) => partner.name === 'Вектор CRM')?.pinned).toBe('unseen');
    expect(cards.find(({ partner }) => partner.name === 'Обзор полки')).toMatchObject({
      rule: 'paper_due',
      pinned: 'law',
    });

    const calendar = rhythmRoutes.find(({ operation }) => operation.id === 'readCalendar');
    const month = { from: businessDate(addDays(today, -30)), to: addDays(today, 30) };
    const { entries } = readCalendar.answer.parse(
      await calendar?.handle(stage.head, { ...asked, query: month }),
    );
    expect(new Set(entries.map(({ state }) => state))).toEqual(
      new Set([
        'done',
        'missed',
        'planned',
        'draft',
        'not_ready',
        'ready',
        'out',
        'held',
        'ahead',
        'open',
        'late',
      ]),
    );
  } finally {
    await database.close();
    await template.drop();
  }
});
