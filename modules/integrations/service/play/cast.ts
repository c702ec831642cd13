import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { businessDateOf } from '@mosty/kernel/time';
import { linkSettings } from '@mosty/tracking';
import { findCast, type Made } from '../../store/play.ts';
import { linkFor } from './link-for.ts';
import { isDemo } from './may-play.ts';
import { makeTrialPartner } from './trial-partner.ts';
import type { TrialNames } from './words.ts';

/** Who plays: a partner with an agreement in force, a scheme and a link. */
export interface Cast {
  readonly partnerId: Id<'partner'>;
  readonly agreementId: Id<'agreement'>;
  readonly link: { readonly id: Id<'link'>; readonly key: string };
  readonly made: Made;
}

/** The demo has partners of its own to show; a company that begins gets one for the trial. */
export async function chooseCast(tx: Tx, names: TrialNames): Promise<Cast> {
  const found = (await isDemo(tx)) ? await findCast(tx, businessDateOf(tx.now(), tx.zone)) : undefined;
  if (!found) return makeTrialPartner(tx, names);
  const { link, ...partner } = found;
  if (link) return { ...partner, link, made: { link: false, trial: null } };
  if ((await linkSettings(tx)).destinations.length === 0) return makeTrialPartner(tx, names);
  return {
    ...partner,
    link: await linkFor(tx, partner.agreementId, names),
    made: { link: true, trial: null },
  };
}
