import { namesOfMembers, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Language } from '@mosty/kernel/operation';
import { refuse } from '@mosty/kernel/refusal';
import { KINDS, type Kind } from '../contract/classes.ts';
import type { Sample } from '../contract/samples.ts';
import type { Expectations } from '../contract/version.ts';
import { sameBody } from '../domain/body.ts';
import { shippedExpectations } from '../domain/shipped/expectations.ts';
import { rights } from '../policy.ts';
import { insertSample, lockSamples, samplesOf } from '../store/samples.ts';

/** What a page of expectations of each kind begins with now, and what the company wrote before. */
export async function samplesNow(tx: Tx, language: Language): Promise<Sample[]> {
  const written = await samplesOf(tx, language);
  const names = await namesOfMembers(tx, [...new Set(written.map((one) => one.publishedBy))]);
  return KINDS.map((kind) => {
    const versions = written.filter((one) => one.kind === kind);
    const own = versions[0]?.body ?? null;
    return {
      kind,
      version: versions[0]?.version ?? 0,
      isShipped: own === null,
      body: own ?? shippedExpectations(kind, language),
      versions: versions.map(({ version, body, publishedAt, publishedBy }) => ({
        version,
        body,
        publishedAt: publishedAt.toISOString(),
        person: names.get(publishedBy) ?? null,
      })),
    };
  });
}

export async function sampleNow(tx: Tx, kind: Kind, language: Language): Promise<Sample> {
  const sample = (await samplesNow(tx, language)).find((one) => one.kind === kind);
  if (!sample) throw new Error(`no sample of kind ${kind}`);
  return sample;
}

/** The company's own sample, or the shipped one again. Promises of a sample have no day yet. @throws agreements.nothing_changed */
export function publishSample(
  ctx: Context,
  input: { kind: Kind; language: Language; body: Expectations | null },
): Promise<Sample> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'sample.publish');
    const { kind, language } = input;
    await lockSamples(tx, kind, language);
    const body = input.body && {
      ...input.body,
      promises: input.body.promises.map((promise) => ({ ...promise, dueOn: null })),
    };
    const now = await sampleNow(tx, kind, language);
    const isSame = body === null ? now.isShipped : sameBody(body, now.body);
    if (isSame) refuse('conflict', 'agreements.nothing_changed', { version: now.version });
    const version = now.version + 1;
    await insertSample(tx, {
      kind,
      language,
      version,
      body,
      publishedAt: tx.now(),
      publishedBy: tx.actor.id,
    });
    tx.audit({
      verb: 'agreements.publish_sample',
      subject: tx.actor.id,
      change: { kind, language, version, isShipped: body === null },
    });
    return sampleNow(tx, kind, language);
  });
}
