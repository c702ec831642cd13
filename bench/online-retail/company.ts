import { addMember, contextOfMember, createWorkspace } from '@mosty/identity';
import { draftScheme, publishVersion } from '@mosty/incentives';
import type { Context } from '@mosty/kernel/context';
import type { Database } from '@mosty/kernel/db';
import { movingClock, type BusinessDate, type MovingClock } from '@mosty/kernel/time';
import { setPayoutPolicy } from '@mosty/payouts';
import type { Asked } from './arguments.ts';

export interface Company {
  readonly clock: MovingClock;
  /** Makes the payouts and writes the scheme. */
  readonly owner: Context;
  /** Another person: approves what the owner made. */
  readonly finance: Context;
  readonly head: Context;
}

/** A fresh company with three people and one published scheme. */
export async function openCompany(
  database: Database,
  asked: Asked,
  validFrom: BusinessDate,
): Promise<Company> {
  const clock = movingClock(new Date());
  const setup = await createWorkspace(
    database,
    { name: 'Online Retail', zone: asked.zone, currency: asked.currency, language: 'en' },
    { clock },
  );
  const person = async (role: 'owner' | 'finance' | 'head'): Promise<Context> => {
    const member = await addMember(setup, { name: role, email: `${role}@example.com`, role });
    return contextOfMember(database, setup.workspaceId, member.id, { clock });
  };
  const owner = await person('owner');
  const finance = await person('finance');
  const head = await person('head');
  const { versionId } = await draftScheme(owner, {
    name: asked.scheme.name,
    terms: asked.scheme.terms,
    validFrom,
  });
  await publishVersion(head, { versionId });
  // The file tells no bank accounts, and nobody needs a second signature here.
  await setPayoutPolicy(owner, {
    payDay: 1,
    silenceDays: 5,
    secondApproverAboveMinor: null,
    requisites: 'not_asked',
    payer: null,
  });
  return { clock, owner, finance, head };
}
