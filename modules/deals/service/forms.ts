import { randomBytes } from 'node:crypto';
import { agreementsAt, knownAgreement } from '@mosty/agreements';
import { findWorkspace, permit, systemContext, type World } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look, transact, type Database } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { RegistrantClient } from '../contract/registration.ts';
import { rights } from '../policy.ts';
import { insertDealEvents } from '../store/deal-events.ts';
import { closeFormRow, findForm, insertForm, workspaceOfForm, type FormRecord } from '../store/forms.ts';
import { agreementFor } from './choose-agreement.ts';
import { isFilledTooOften } from './count-filling.ts';
import { register, type Registered } from './register-deal.ts';

interface OpenForm {
  readonly title: string;
  readonly consentText: string;
  readonly agreementId?: Id<'agreement'> | undefined;
}

/** @throws deals.no_agreement, agreements.agreement_unknown */
export function openForm(ctx: Context, input: OpenForm): Promise<FormRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'deal.decide');
    const agreement = input.agreementId ? await knownAgreement(tx, input.agreementId) : null;
    // A form of an agreement that is not accepted yet would take clients that nobody may register.
    if (agreement && !agreementFor(tx, await agreementsAt(tx, [agreement.partnerId]), agreement.id))
      refuse('not_now', 'deals.no_agreement', { partnerId: agreement.partnerId });
    const form: FormRecord = {
      token: randomBytes(12).toString('base64url'),
      title: input.title,
      consentText: input.consentText,
      partnerId: agreement?.partnerId ?? null,
      agreementId: agreement?.id ?? null,
      createdAt: tx.now(),
      createdBy: tx.actor.id,
      closedAt: null,
    };
    await insertForm(tx, form);
    tx.audit({
      verb: 'deals.open_form',
      subject: form.agreementId ?? tx.workspaceId,
      change: { tail: form.token.slice(-4) },
    });
    return form;
  });
}

/** @throws deals.no_form */
export function closeForm(ctx: Context, token: string): Promise<FormRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'deal.decide');
    const form = (await findForm(tx, token)) ?? refuse('not_found', 'deals.no_form');
    if (form.closedAt) return form;
    await closeFormRow(tx, token);
    tx.audit({
      verb: 'deals.close_form',
      subject: form.agreementId ?? tx.workspaceId,
      change: { tail: token.slice(-4) },
    });
    return { ...form, closedAt: tx.now() };
  });
}

/** What the form says, to anybody who has its address. @throws deals.no_form */
export async function readForm(database: Database, token: string, world: World = {}) {
  return look(await contextOf(database, token, world), async (tx) => {
    const form = await findForm(tx, token);
    const workspace = await findWorkspace(tx);
    if (!form || form.closedAt || !workspace) return refuse('not_found', 'deals.no_form');
    return {
      company: workspace.name,
      language: workspace.language,
      title: form.title,
      consentText: form.consentText,
      isOfPartner: form.partnerId !== null,
    };
  });
}

interface FillForm {
  readonly token: string;
  readonly client: RegistrantClient;
  readonly registrant?: string | undefined;
  /** Filled by a program: people do not see the field. */
  readonly fax?: string | undefined;
  /** Where it came from: it is counted and not written down. */
  readonly address: string;
}

/**
 * Registers through a form. A program that fills what people do not see is thanked and nothing is written down.
 * @throws deals.no_form, deals.form_too_often, deals.registrant_needed
 */
export async function fillForm(
  database: Database,
  input: FillForm,
  world: World = {},
): Promise<Pick<Registered, 'deal' | 'answer'>> {
  const ctx = await contextOf(database, input.token, world);
  if (isFilledTooOften(input.token, input.address, ctx.clock.now().getTime()))
    return refuse('limit', 'deals.form_too_often');
  if (input.fax) return { deal: null, answer: 'accepted' };
  return transact(ctx, async (tx) => {
    const form = await findForm(tx, input.token);
    if (!form || form.closedAt) return refuse('not_found', 'deals.no_form');
    if (!form.partnerId && !input.registrant) return refuse('invalid', 'deals.registrant_needed');
    const outcome = await register(
      tx,
      {
        partnerId: form.partnerId,
        agreementId: form.agreementId ?? undefined,
        client: input.client,
        handoverBasis: 'client_consent',
        namedRegistrant: input.registrant,
      },
      'public_form',
    );
    if (outcome.deal && outcome.answer !== 'yours_already')
      await insertDealEvents(tx, [
        {
          dealId: outcome.deal.id,
          what: 'through_form',
          params: { form: form.token, consent: form.consentText },
        },
      ]);
    return outcome;
  });
}

async function contextOf(database: Database, token: string, world: World): Promise<Context> {
  const workspaceId = await workspaceOfForm(database, token);
  if (!workspaceId) return refuse('not_found', 'deals.no_form');
  return systemContext(database, workspaceId, 'deals.form', world);
}
