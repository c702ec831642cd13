import { createPartner, updatePartner } from '@mosty/directory';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { testDatabase, testWorkspace } from '@mosty/testkit';
import { expect, test } from 'vitest';
import { CARDS_MAX, choose } from '../domain/choose.ts';
import { onePerPartner } from '../domain/group.ts';
import { openCards, openLeads, replaceCards, type CardRecord, type NamedCard } from '../store/cards.ts';

const TODAY = businessDate('2026-03-02');

test('the table finds the leading cards that the rule finds, and leaves out none that a week could hold', async () => {
  const database = await testDatabase();
  const world = await testWorkspace(database);
  try {
    const owner = world.member('manager').id;
    const partnerIds: Id<'partner'>[] = [];
    for (let place = 0; place < 40; place += 1) {
      const { id: partnerId } = await createPartner(world.system, { name: `Партнёр ${place}` });
      await updatePartner(world.system, { partnerId, fields: { ownerMemberId: owner } });
      partnerIds.push(partnerId);
    }
    const { leads, cards } = await transact(world.system, async (tx) => {
      const planted = Array.from({ length: 160 }, (_none, place): CardRecord => {
        const value = BigInt((place * 7) % 13);
        return {
          id: tx.id('card'),
          rule: 'silence',
          subject: `s${place}`,
          partnerId: partnerIds[(place * 11) % 40] as Id<'partner'>,
          stakeMinor: value,
          currency: 'RUB',
          liftPpm: 100_000,
          urgencyPpm: 1_000_000,
          valueMinor: value,
          minutes: 20,
          dueOn: null,
          pinned: place % 31 === 0 ? 'law' : null,
          isNewFace: place % 40 === 5,
          params: {},
          foundOn: TODAY,
        };
      });
      await replaceCards(tx, ['silence'], planted, TODAY);
      return {
        leads: await openLeads(tx, { owners: [owner], nobodys: false, today: TODAY, places: CARDS_MAX }),
        cards: await openCards(tx, partnerIds, TODAY),
      };
    });
    const choosable = ({ id, valueMinor, minutes, isNewFace, pinned }: NamedCard) => ({
      id,
      valueMinor,
      minutes,
      isNewFace,
      isPinned: pinned !== null,
    });
    const groups = onePerPartner(cards).map(({ lead }) => choosable(lead));
    const ids = new Set(groups.map(({ id }) => id));
    expect(leads.length).toBeLessThan(groups.length);
    expect(leads.every(({ id, ofOwner }) => ids.has(id) && ofOwner === groups.length)).toBe(true);
    for (const capacity of [0, 60, 180, 400])
      expect(choose(leads, capacity)).toEqual(choose(groups, capacity));
  } finally {
    await world.close();
    await database.drop();
  }
});
