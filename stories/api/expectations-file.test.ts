import { acceptAgreement, openAgreements, proposeVersion } from '@mosty/agreements';
import { importPartners } from '@mosty/directory';
import { LANGUAGES } from '@mosty/kernel/operation';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appFor } from './app.ts';
import { textOfPdf } from './pdf-text.fixture.ts';

const OURS = 'Отвечаем за один рабочий день';
const THEIRS = 'Не обещаем скидок, которых нет';
const SAID = {
  ru: ['Взаимные ожидания', 'Мы обещаем', 'Вы обещаете', 'Отпечаток текста (SHA-256)'],
  en: ['Mutual expectations', 'We promise', 'You promise', 'Fingerprint of the text (SHA-256)'],
} as const;

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let app: FastifyInstance;
let address: string;
let bodyHash: string;

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  const [made] = await importPartners(world.system, [{ externalId: 'V', name: 'Вектор' }]);
  const [other] = await importPartners(world.system, [{ externalId: 'D', name: 'ДваБайта' }]);
  const idOf = (row: typeof made) => (row && 'id' in row ? row.id : '') as Id<'partner'>;
  const day = businessDate('2026-01-12');
  const [opened] = await openAgreements(world.system, [
    {
      partnerId: idOf(made),
      class: 'partner_sales',
      kind: 'agent',
      startsOn: day,
      signedOn: day,
      launchedOn: day,
    },
  ]);
  const agreementId = (opened && 'id' in opened ? opened.id : '') as Id<'agreement'>;
  const head = world.contextOf('head');
  const theirs = await world.contextOfPartner(idOf(made));
  const shown = await proposeVersion(head, {
    agreementId,
    body: {
      success: 'Пять клиентов за квартал',
      whoAnswers: 'Мария и Анна',
      ifItBreaks: 'Созвон за день',
      howCounted: 'По закреплению клиента',
      promises: [
        { side: 'ours', words: OURS, dueOn: null },
        { side: 'theirs', words: THEIRS, dueOn: null },
      ],
    },
  });
  ({ bodyHash } = shown);
  const accepted = { agreementId, version: shown.version, bodyHash };
  await acceptAgreement(head, { ...accepted, side: 'ours', person: 'Мария Ёлкина' });
  await acceptAgreement(theirs, { ...accepted, side: 'theirs', person: 'Анна Шувалова' });
  app = await appFor({ head, theirs, stranger: await world.contextOfPartner(idOf(other)) });
  address = `/api/v1/agreements/${agreementId}/versions/${shown.version}/file`;
}, 120_000);
afterAll(async () => {
  await app?.close();
  await world?.close();
  await db?.drop();
});

const file = (actor: string, language: string) =>
  app.inject({ method: 'GET', url: `${address}?language=${language}`, headers: { 'x-actor': actor } });

test.each(LANGUAGES.flatMap((language) => ['head', 'theirs'].map((who) => [language, who] as const)))(
  'the expectations come as a PDF with the promises of both sides, who accepted and the fingerprint (%s, %s) (S0.60)',
  async (language, who) => {
    const answer = await file(who, language);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain('application/pdf');
    expect(answer.headers['content-disposition']).toMatch(/\.pdf/);
    const text = textOfPdf(answer.rawPayload).replaceAll(/\s+/g, ' ');
    for (const said of [...SAID[language], OURS, THEIRS, 'Мария Ёлкина', 'Анна Шувалова', bodyHash])
      expect(text).toContain(said);
  },
);

test('another partner is not given them', async () => {
  expect((await file('stranger', 'ru')).statusCode).toBe(404);
});
