import { sql } from 'kysely';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeOver } from '@mosty/lifecycle';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { endAgreement, openAgreement } from '@mosty/agreements';
import { createPartner } from '@mosty/directory';
import { look, transact } from '@mosty/kernel/db';
import { businessDate } from '@mosty/kernel/time';
import { checkCode, strictest } from '../domain/code.ts';
import { archiveCode } from './archive-code.ts';
import { codesByText } from './codes-by-text.ts';
import { createCode } from './create-code.ts';
import { setDiscountCeilings } from './set-discount-ceilings.ts';

const today = businessDate('2026-03-02');
let world: World;
beforeAll(async () => {
  world = await testWorkspace(await testDatabase());
});
afterAll(() => world?.close());

let made = 0;
async function agreement(signed = true) {
  const partner = await createPartner(world.system, { name: `Партнёр ${(made += 1)}` });
  const taken = { path: 'scaled', stage: 'agreed', reason: 'работаем давно' } as const;
  await takeOver(world.system, { partnerId: partner.id, ...taken });
  const { id } = await openAgreement(world.system, {
    partnerId: partner.id,
    class: 'partner_sales',
    kind: 'affiliate',
    startsOn: today,
    ...(signed ? { signedOn: today } : {}),
  });
  return { id, partnerId: partner.id };
}

describe('a code', () => {
  it('names its agreement in whatever letter case a sale writes it, Cyrillic too', async () => {
    const { id, partnerId } = await agreement();
    await createCode(world.contextOf('manager'), {
      agreementId: id,
      code: 'Март10',
      kind: 'promo',
      discountPpm: 100_000n,
    });
    const found = await look(world.system, (tx) => codesByText(tx, ['МАРТ10', 'март10', 'апрель']));
    expect([...found.keys()]).toEqual(['март10']);
    expect(found.get('март10')).toMatchObject({
      agreementId: id,
      partnerId,
      kind: 'promo',
      discountPpm: 100_000n,
    });
  });

  it('is one partner’s for ever, archived or not, in any letter case', async () => {
    const [one, other] = [await agreement(), await agreement()];
    const code = await createCode(world.system, { agreementId: one.id, code: 'VEKTOR', kind: 'referral' });
    await archiveCode(world.system, { codeId: code.id });
    await expect(
      createCode(world.system, { agreementId: other.id, code: 'vektor', kind: 'referral' }),
    ).rejects.toMatchObject({ code: 'tracking.code_taken' });
    const late = await look(world.system, (tx) => codesByText(tx, ['Vektor']));
    expect(late.get('vektor')?.archivedAt).not.toBeNull();
  });

  it('is not given before the rules are accepted, nor after the end, by the verb and by the database (S0.39)', async () => {
    const draft = await agreement(false);
    await expect(
      createCode(world.system, { agreementId: draft.id, code: 'EARLY', kind: 'referral' }),
    ).rejects.toMatchObject({
      code: 'tracking.agreement_not_accepted',
    });
    const insert = transact(world.system, (tx) =>
      sql`INSERT INTO tracking.code (workspace_id, id, code, code_key, kind, agreement_id, partner_id, created_at)
          VALUES (${tx.workspaceId}::uuid, ${tx.id('code')}, 'EARLY', 'early', 'referral', ${draft.id}, ${draft.partnerId}, now())`.execute(
        tx.db,
      ),
    );
    await expect(insert).rejects.toMatchObject({ constraint: 'code_after_rules' });
    const ended = await agreement();
    // Another goes on: the last one ends by parting.
    await openAgreement(world.system, {
      partnerId: ended.partnerId,
      class: 'alliance',
      kind: 'ally',
      startsOn: today,
      signedOn: today,
    });
    await endAgreement(world.system, { agreementId: ended.id, reason: 'конец' });
    await expect(
      createCode(world.system, { agreementId: ended.id, code: 'LATE', kind: 'referral' }),
    ).rejects.toMatchObject({
      code: 'agreements.agreement_ended',
    });
  });

  it('goes below no ceiling: the agreement’s, the caller’s, whichever is stricter (S0.64)', async () => {
    const { id } = await agreement();
    await setDiscountCeilings(world.contextOf('head'), [{ agreementId: id, maxDiscountPpm: 150_000n }]);
    const promo = (code: string, discountPpm: bigint, maxDiscountPpm?: bigint) =>
      createCode(world.contextOf('manager'), {
        agreementId: id,
        code,
        kind: 'promo',
        discountPpm,
        maxDiscountPpm,
      });
    await expect(promo('DEEP', 200_000n)).rejects.toMatchObject({
      code: 'tracking.discount_below_floor',
      params: { discountPpm: 200_000, maxDiscountPpm: 150_000 },
    });
    await expect(promo('DEEP', 150_000n, 100_000n)).rejects.toMatchObject({
      code: 'tracking.discount_below_floor',
    });
    const code = await promo('FAIR', 150_000n);
    expect(code.maxDiscountPpm).toBe(150_000n);
    const { above } = await setDiscountCeilings(world.contextOf('head'), [
      { agreementId: id, maxDiscountPpm: 50_000n },
    ]);
    expect(above).toEqual([code.id]);
  });

  it('the strictest ceiling decides, and no ceiling forbids nothing', () => {
    const ppm = fc.bigInt({ min: 0n, max: 1_000_000n });
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 1_000_000n }),
        fc.array(fc.option(ppm)),
        (discountPpm, ceilings) => {
          const refusal = checkCode(
            { kind: 'promo', discountPpm, stacking: 'alone' },
            { acceptedAt: new Date(0), endedAt: null },
            ceilings,
            { ours: 0n, others: 0n, floorPpm: 0n },
          );
          expect(refusal === null).toBe(
            ceilings.every((ceiling) => ceiling === null || discountPpm <= ceiling),
          );
          expect(strictest(ceilings) === null).toBe(ceilings.every((ceiling) => ceiling === null));
        },
      ),
    );
  });

  it('a partner’s people see their own codes only', async () => {
    const { id } = await agreement();
    await createCode(world.system, { agreementId: id, code: 'NOTYOURS', kind: 'referral' });
    const seen = await look(world.contextOf('partner_owner'), (tx) => codesByText(tx, ['NOTYOURS']));
    expect(seen.size).toBe(0);
  });
});
