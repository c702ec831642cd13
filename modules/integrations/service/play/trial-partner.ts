import { endTrialAgreement, openAgreement } from '@mosty/agreements';
import { archivePartner, createPartner } from '@mosty/directory';
import {
  archiveScheme,
  assignScheme,
  draftScheme,
  endSchemeAssignment,
  publishVersion,
} from '@mosty/incentives';
import { termsSchema } from '@mosty/incentives/contract';
import type { Tx } from '@mosty/kernel/context';
import { businessDateOf } from '@mosty/kernel/time';
import { linkSettings, liveLinks, setLinkSettings } from '@mosty/tracking';
import type { Made, PlayRecord } from '../../store/play.ts';
import { asPlayer, asProgram } from './as-player.ts';
import type { Cast } from './cast.ts';
import { leadsTo, linkFor } from './link-for.ts';
import type { TrialNames } from './words.ts';

const RATE_PPM = 100_000;

/** A partner with everything a sale needs, each made by the verb a person would call: signed today, launched today. */
export async function makeTrialPartner(tx: Tx, names: TrialNames): Promise<Cast> {
  const today = businessDateOf(tx.now(), tx.zone);
  const { id: partnerId } = await createPartner(tx, { name: names.partner, purpose: names.purpose });
  // A trial stands for somebody who works already: taken as it is, which a manager alone may not do.
  const { id: agreementId } = await openAgreement(asPlayer(tx), {
    partnerId,
    class: 'partner_sales',
    kind: 'agent',
    startsOn: today,
    signedOn: today,
    launchedOn: today,
  });
  const { schemeId, versionId } = await draftScheme(asProgram(tx), {
    name: names.scheme,
    purpose: names.purpose,
    terms: termsSchema.parse({ format: 1, currency: null, pay: [{ kind: 'percent', ratePpm: RATE_PPM }] }),
    validFrom: today,
  });
  await publishVersion(tx, { versionId });
  const { id: assignmentId } = await assignScheme(tx, { agreementId, schemeId, validFrom: today });
  const host = await allowSomewhere(tx);
  const link = await linkFor(tx, agreementId, names);
  return { partnerId, agreementId, link, made: { link: true, trial: { schemeId, assignmentId, host } } };
}

/** A company that allows no address yet allows the one that is kept for examples, until the trial is over. */
async function allowSomewhere(tx: Tx): Promise<string | null> {
  const settings = await linkSettings(tx);
  if (settings.destinations.length > 0) return null;
  const host = 'example.com';
  await setLinkSettings(tx, { ...settings, destinations: [{ host, withSubdomains: false }] });
  return host;
}

/** Puts away what was made, in the order in which nothing stands on what has gone. */
export async function putTrialAway(
  tx: Tx,
  { partnerId, agreementId }: PlayRecord,
  trial: NonNullable<Made['trial']>,
  reason: string,
): Promise<void> {
  await endSchemeAssignment(tx, {
    assignmentId: trial.assignmentId,
    validTo: businessDateOf(tx.now(), tx.zone),
  });
  await archiveScheme(tx, { schemeId: trial.schemeId });
  await endTrialAgreement(tx, { agreementId, reason });
  await archivePartner(tx, { partnerId, reason });
  if (trial.host !== null) await disallow(tx, trial.host);
}

/** Unless somebody's link leads there by now. */
async function disallow(tx: Tx, host: string): Promise<void> {
  const address = leadsTo(host);
  if ((await liveLinks(tx)).some((link) => link.destination.startsWith(address))) return;
  const settings = await linkSettings(tx);
  await setLinkSettings(tx, {
    ...settings,
    destinations: settings.destinations.filter((one) => one.host !== host),
  });
}
