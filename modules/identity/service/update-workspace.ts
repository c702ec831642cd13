import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import type { Language } from '../contract/me.ts';
import { rights } from '../policy/identity.ts';
import { permit } from '../policy/permit.ts';
import { findWorkspace, saveWorkspace, type Workspace } from '../store/workspaces.ts';

interface UpdateWorkspace {
  readonly name?: string | undefined;
  readonly legalName?: string | null | undefined;
  readonly zone?: string | undefined;
  readonly language?: Language | undefined;
}

/** What is not given stays. */
export function updateWorkspace(ctx: Context, input: UpdateWorkspace): Promise<Workspace> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'workspace.change');
    const before = await findWorkspace(tx);
    if (!before) return refuse('not_found', 'identity.no_workspace');
    const after: Workspace = {
      ...before,
      name: input.name ?? before.name,
      legalName: input.legalName === undefined ? before.legalName : input.legalName,
      zone: input.zone ?? before.zone,
      language: input.language ?? before.language,
    };
    await saveWorkspace(tx, after);
    tx.audit({
      verb: 'identity.update_workspace',
      subject: before.id,
      change: {
        name: { from: before.name, to: after.name },
        legalName: { from: before.legalName, to: after.legalName },
        zone: { from: before.zone, to: after.zone },
        language: { from: before.language, to: after.language },
      },
    });
    return after;
  });
}
