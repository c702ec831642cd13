import { addFace, createPartner } from '@mosty/directory';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { definedEvidence } from '@mosty/lifecycle';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOn } from '../store/texts.ts';
import { standingWord } from './text-evidence.ts';
import { publishSample, sampleNow } from './samples.ts';
import { acceptOurText, acceptText, publishText, textsNow, withdrawConsent } from './texts.ts';

let database: TestDatabase;
let world: World;
let head: Context;
let partner: Context;
let stranger: Context;
let partnerId: Id<'partner'>;

beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  head = world.contextOf('head');
  partnerId = (await createPartner(world.system, { name: 'Вектор' })).id;
  const other = await createPartner(world.system, { name: 'Чужой' });
  await addFace(world.system, { partnerId, side: 'theirs', name: 'Илья', isMain: true });
  partner = await world.contextOfPartner(partnerId);
  stranger = await world.contextOfPartner(other.id);
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

const textOf = (kind: 'code_of_honour' | 'personal_data') =>
  look(head, async (tx) => {
    const text = (await textsNow(tx)).find((one) => one.kind === kind);
    if (!text) throw new Error(kind);
    return text;
  });
const holds = async (kind: 'code_of_honour' | 'personal_data', whose: string | null) =>
  look(head, async (tx) => {
    const text = (await textsNow(tx)).find((one) => one.kind === kind);
    return text !== undefined && standingWord(text, await wordsOn(tx, whose)) !== null;
  });

describe('texts accepted beside an agreement', () => {
  it('gates ask for both of them', () => {
    expect([...definedEvidence()]).toEqual(expect.arrayContaining(['code_accepted', 'pd_consent']));
  });

  it('S0.68: the code is accepted by the person who read it, for either side, by its fingerprint', async () => {
    const { bodyHash } = await textOf('code_of_honour');
    await expect(
      acceptText(partner, { partnerId, kind: 'code_of_honour', bodyHash: 'другой', person: 'Илья' }),
    ).rejects.toMatchObject({ code: 'agreements.text_changed' });
    await acceptText(partner, { partnerId, kind: 'code_of_honour', bodyHash, person: 'Илья' });
    await acceptOurText(head, { kind: 'code_of_honour', bodyHash, person: 'Павел' });
    expect(await holds('code_of_honour', partnerId)).toBe(true);
    expect(await holds('code_of_honour', null)).toBe(true);
  });

  it('written anew, it is asked anew of everybody, and the old words stay', async () => {
    const words = {
      ru: { title: 'Кодекс', body: 'Не врём.' },
      en: { title: 'Code', body: 'We do not lie.' },
    };
    const second = await publishText(head, { kind: 'code_of_honour', ...words });
    expect(second.version).toBe(1);
    expect(await holds('code_of_honour', partnerId)).toBe(false);
    await expect(publishText(head, { kind: 'code_of_honour', ...words })).rejects.toMatchObject({
      code: 'agreements.nothing_changed',
    });
    const said = await look(head, (tx) => wordsOn(tx, partnerId));
    expect(said.map(({ version, person }) => [version, person])).toEqual([[0, 'Илья']]);
  });

  it('the consent names the company, is given by the partner and can be taken back', async () => {
    const text = await textOf('personal_data');
    expect(text.words.ru.body).not.toContain('{company}');
    await expect(
      acceptOurText(head, { kind: 'personal_data', bodyHash: text.bodyHash, person: 'Павел' }),
    ).rejects.toMatchObject({ code: 'agreements.partners_text' });
    const given = { partnerId, kind: 'personal_data', bodyHash: text.bodyHash, person: 'Илья' } as const;
    await expect(acceptText(head, given)).rejects.toMatchObject({ code: 'agreements.evidence_needed' });
    await acceptText(head, { ...given, evidence: 'письмо от 2 марта' });
    expect(await holds('personal_data', partnerId)).toBe(true);
    world.clock.advance(1_000);
    await withdrawConsent(partner, { partnerId, person: 'Илья' });
    expect(await holds('personal_data', partnerId)).toBe(false);
  });

  it('a partner’s person says nothing for another partner', async () => {
    const { bodyHash } = await textOf('code_of_honour');
    await expect(
      acceptText(stranger, { partnerId, kind: 'code_of_honour', bodyHash, person: 'Кто-то' }),
    ).rejects.toMatchObject({ code: 'directory.partner_unknown' });
  });
});

describe('samples of mutual expectations (S0.40)', () => {
  const now = () => look(head, (tx) => sampleNow(tx, 'agent', 'ru'));

  it('a company writes its own for a kind and a language, and brings the shipped one back', async () => {
    const shipped = await now();
    expect(shipped).toMatchObject({ version: 0, isShipped: true, versions: [] });
    const own = {
      ...shipped.body,
      success: 'Первый клиент за месяц',
      promises: [{ side: 'ours', words: 'Отвечаем за день', dueOn: '2026-12-01' } as const],
    };
    const given = { kind: 'agent', language: 'ru' } as const;
    await publishSample(head, { ...given, body: own });
    expect(await now()).toMatchObject({
      version: 1,
      isShipped: false,
      body: { success: 'Первый клиент за месяц', promises: [{ dueOn: null }] },
    });
    expect((await look(head, (tx) => sampleNow(tx, 'agent', 'en'))).isShipped).toBe(true);
    await expect(publishSample(head, { ...given, body: own })).rejects.toMatchObject({
      code: 'agreements.nothing_changed',
    });
    const back = await publishSample(head, { ...given, body: null });
    expect(back).toMatchObject({ version: 2, isShipped: true, body: shipped.body });
    expect(back.versions.map((one) => one.body?.success ?? null)).toEqual([null, 'Первый клиент за месяц']);
    await expect(publishSample(world.contextOf('manager'), { ...given, body: own })).rejects.toMatchObject({
      kind: 'not_permitted',
    });
  });
});
