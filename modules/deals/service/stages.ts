import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import type { RegistrationRules, Stage } from '../contract/stage.ts';
import { SHIPPED_RULES } from '../domain/registration.ts';
import { checkStages, SHIPPED_STAGES } from '../domain/stages.ts';
import { rights } from '../policy.ts';
import { findRules, replaceStages, saveRules, stageRows, stagesInUse } from '../store/stages.ts';

export async function stagesOf(tx: Tx): Promise<readonly Stage[]> {
  const rows = await stageRows(tx);
  return rows.length > 0 ? rows : SHIPPED_STAGES;
}

/** @throws deals.stage_unknown */
export function stageNamed(stages: readonly Stage[], code: string): Stage {
  return (
    stages.find((stage) => stage.code === code) ?? refuse('not_found', 'deals.stage_unknown', { stage: code })
  );
}

/** @throws deals.stage_twice, deals.one_stage_of_outcome, deals.stage_nameless, deals.stage_in_use */
export function setStages(ctx: Context, stages: readonly Stage[]): Promise<readonly Stage[]> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'deal.set_up');
    const refusal = checkStages(stages, await stagesInUse(tx));
    if (refusal) throw refusal;
    await replaceStages(tx, stages);
    tx.audit({
      verb: 'deals.set_stages',
      subject: tx.workspaceId,
      change: { stages: stages.map(({ code }) => code) },
    });
    return stages;
  });
}

export async function rulesOf(tx: Tx): Promise<RegistrationRules> {
  return (await findRules(tx)) ?? SHIPPED_RULES;
}

export function setRegistrationRules(ctx: Context, rules: RegistrationRules): Promise<RegistrationRules> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'deal.set_up');
    await saveRules(tx, rules);
    tx.audit({ verb: 'deals.set_registration_rules', subject: tx.workspaceId, change: { ...rules } });
    return rules;
  });
}
