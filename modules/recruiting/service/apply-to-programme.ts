import { textsNow } from '@mosty/agreements';
import { findWorkspace, systemContext, type World } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look, transact, type Database } from '@mosty/kernel/db';
import { askingCounter, networkOf } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import type { Application } from '../contract/application.ts';
import { insertApplication } from '../store/applications.ts';
import { findProgramme, programmeAtSlug } from '../store/programmes.ts';
import { countedBy } from './counted-by.ts';

const HOUR_MS = 3_600_000;
/** A person applies once; an office a few times a day. */
const inHour = askingCounter(5, HOUR_MS);
const inDay = askingCounter(20, 24 * HOUR_MS);
/** From everywhere: more in an hour is no people. */
const intoProgramme = askingCounter(200, HOUR_MS);

/** What the page says, to anybody who has its address. @throws recruiting.no_programme */
export async function readProgrammePage(database: Database, slug: string, world: World = {}) {
  return look(await contextOf(database, slug, world), async (tx) => {
    const programme = await findProgramme(tx, slug);
    const workspace = await findWorkspace(tx);
    if (!programme?.isOpen || !workspace) return refuse('not_found', 'recruiting.no_programme');
    return {
      company: workspace.name,
      words: programme.words,
      counted: programme.counts && (await countedBy(tx, programme.counts)),
      honour: await textOf(tx, 'code_of_honour'),
      consent: await textOf(tx, 'personal_data'),
    };
  });
}

async function textOf(tx: Tx, kind: 'code_of_honour' | 'personal_data') {
  const text = (await textsNow(tx)).find((one) => one.kind === kind);
  if (!text) throw new Error(`no text of kind ${kind}`);
  const { version, bodyHash, words } = text;
  return { version, bodyHash, ru: words.ru, en: words.en };
}

interface Apply extends Pick<Application, 'name' | 'person' | 'email' | 'about' | 'answers' | 'language'> {
  readonly slug: string;
  readonly phone?: string | undefined;
  readonly site?: string | undefined;
  readonly taxNumber?: string | undefined;
  readonly city?: string | undefined;
  readonly introducedBy?: string | undefined;
  readonly consentHash: string;
  /** Filled by a program: people do not see the field. */
  readonly fax?: string | undefined;
  /** Where it came from: it is counted and not written down. */
  readonly address: string;
}

/**
 * A stranger asks to work together. Everybody is thanked alike: whoever is on the stop list, applied already or is a
 * program learns nothing from the answer.
 * @throws recruiting.no_programme, recruiting.applied_too_often, recruiting.consent_changed
 */
export async function applyToProgramme(database: Database, input: Apply, world: World = {}): Promise<void> {
  const ctx = await contextOf(database, input.slug, world);
  const who = `${input.slug} ${networkOf(input.address)}`;
  const now = ctx.clock.now().getTime();
  if ([inHour(who, now), inDay(who, now)].includes(true) || intoProgramme(input.slug, now))
    refuse('limit', 'recruiting.applied_too_often');
  if (input.fax) return;
  await transact(ctx, async (tx) => {
    const programme = await findProgramme(tx, input.slug);
    if (!programme?.isOpen) return refuse('not_found', 'recruiting.no_programme');
    const consent = await textOf(tx, 'personal_data');
    if (consent.bodyHash !== input.consentHash) refuse('conflict', 'recruiting.consent_changed', {});
    const id = tx.id('application');
    const written = await insertApplication(tx, {
      id,
      programmeId: programme.id,
      appliedAt: tx.now(),
      name: input.name,
      person: input.person,
      email: input.email.toLowerCase(),
      phone: input.phone ?? null,
      site: input.site ?? null,
      taxNumber: input.taxNumber ?? null,
      city: input.city ?? null,
      about: input.about,
      introducedBy: input.introducedBy ?? null,
      answers: input.answers,
      language: input.language,
      consentVersion: consent.version,
      consentHash: consent.bodyHash,
      state: 'waiting',
      decidedAt: null,
      decidedBy: null,
      reasonCode: null,
      partnerId: null,
    });
    if (!written) return;
    tx.audit({
      verb: 'recruiting.apply_to_programme',
      subject: id,
      change: { programmeId: programme.id, consentVersion: consent.version },
    });
    tx.emit({ type: 'application.received', applicationId: id });
  });
}

async function contextOf(database: Database, slug: string, world: World): Promise<Context> {
  const workspaceId = await programmeAtSlug(database, slug);
  if (!workspaceId) return refuse('not_found', 'recruiting.no_programme');
  return systemContext(database, workspaceId, 'recruiting.programme', world);
}
