import type { Tx } from '@mosty/kernel/context';
import { may } from '@mosty/identity';
import type { Id } from '@mosty/kernel/id';
import { Refusal } from '@mosty/kernel/refusal';
import { lifecycleRights, standingOf, takeOverAll, type TakeOver } from '@mosty/lifecycle';
import type { Stage } from '@mosty/lifecycle/contract';
import { openingWay, pathOf } from '../domain/conveyor.ts';
import type { NewAgreement } from '../domain/opening.ts';

/** Where the partners of a list of new agreements stand, and whom the list takes over as it goes. */
export async function stagesOf(tx: Tx, rows: readonly NewAgreement[]) {
  const standings = await standingOf(tx, [...new Set(rows.map((row) => row.partnerId))]);
  const stages = new Map<string, Stage>([...standings].map(([id, standing]) => [id, standing.stage]));
  const mayTakeOver = may(tx, lifecycleRights, 'lifecycle.take_over');
  const taken = new Map<string, TakeOver>();
  const wayOf = (row: NewAgreement) => openingWay(row, stages.get(row.partnerId) ?? null, mayTakeOver);

  return {
    refuses(row: NewAgreement): Refusal | null {
      const way = wayOf(row);
      return way instanceof Refusal ? way : null;
    },
    opens(row: NewAgreement): void {
      const way = wayOf(row);
      if (way instanceof Refusal || way === 'as_it_stands') return;
      stages.set(row.partnerId, way.takeOver);
      taken.set(row.partnerId, {
        partnerId: row.partnerId as Id<'partner'>,
        path: pathOf(row),
        stage: way.takeOver,
        reasonCode: 'signed_on_paper',
        reason: `signed on paper ${row.signedOn}`,
      });
    },
    async takeOver(): Promise<void> {
      if (taken.size > 0) await takeOverAll(tx, [...taken.values()]);
    },
  };
}
