import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { businessDateOf } from '@mosty/kernel/time';
import { ALL_DETECTORS } from '../domain/all-detectors.ts';
import type { Detector } from '../domain/detector.ts';
import type { Finding, Given } from '../domain/facts.ts';
import { sinceEnded, withoutExplained } from '../domain/since.ts';
import { rights } from '../policy.ts';
import { countTogether } from '../store/facts/partners.ts';
import { endedFlags, lockFlags, type EndedFlag } from '../store/flags.ts';
import { insertLook, lookedOn, type DetectorLook, type LookRecord } from '../store/looks.ts';
import { rulesOf, type Rule } from '../store/settings.ts';
import { gatherer } from './gather-facts.ts';
import { policyOf } from './policy-of.ts';
import { raiseFound } from './raise-found.ts';

interface Seen {
  readonly each: readonly DetectorLook[];
  readonly found: readonly (readonly [Detector, readonly Finding[]])[];
}

export interface LookForFlags {
  /** The nightly look: once a day, and nothing when it was made. */
  readonly nightly?: boolean;
  readonly detectors?: readonly Detector[];
}

/**
 * Every detector looks at every partner. One that fails is written down as broken, with its error, and the others look
 * on. What was found is raised in one transaction; looking itself holds no lock.
 * @returns null: the night was looked at already
 */
export async function lookForFlags(
  ctx: Context,
  { nightly = false, detectors = ALL_DETECTORS }: LookForFlags = {},
): Promise<LookRecord | null> {
  permit(ctx, rights, 'flag.look');
  const startedAt = ctx.clock.now();
  const began = performance.now();
  const today = businessDateOf(startedAt, ctx.zone);
  const before = await look(ctx, async (tx) => ({
    policy: await policyOf(tx),
    rules: await rulesOf(tx),
    ended: await endedFlags(tx),
    partners: await countTogether(tx),
    done: nightly && (await lookedOn(tx, today)),
  }));
  if (before.done) return null;
  const { policy, rules, ended, partners } = before;
  const given = { ...policy, now: startedAt, today, currency: ctx.currency };
  const { each, found } = await lookWith({ ctx, detectors, given, rules, ended });
  return transact(ctx, async (tx) => {
    await lockFlags(tx);
    if (nightly && (await lookedOn(tx, today))) return null;
    const { raised, again } = await raiseFound(tx, found, policy.reviewFrom);
    const record: LookRecord = {
      id: tx.id('flag_round'),
      nightOf: nightly ? today : null,
      at: startedAt,
      tookMs: Math.round(performance.now() - began),
      by: tx.actor.id,
      partners,
      raised,
      again,
      broken: each.filter(({ state }) => state === 'broken').length,
    };
    await insertLook(tx, record, each);
    const { id, ...change } = record;
    tx.audit({
      verb: 'integrity.look_for_flags',
      subject: id,
      change: { partners, raised: change.raised, again: change.again, broken: change.broken },
    });
    return record;
  });
}

interface Looking {
  readonly ctx: Context;
  readonly detectors: readonly Detector[];
  readonly given: Omit<Given, 'thresholds'> & { readonly checkoutEvents: readonly string[] };
  readonly rules: ReadonlyMap<string, Rule>;
  readonly ended: readonly EndedFlag[];
}

async function lookWith({ ctx, detectors, given, rules, ended }: Looking): Promise<Seen> {
  const thresholdsOf = (one: Detector) => ({ ...one.thresholds, ...rules.get(one.code)?.thresholds });
  const windowDays = Math.max(
    ...detectors.map((one) => {
      const { window_days: window = 0, baseline_days: baseline = 0 } = thresholdsOf(one);
      return window + baseline;
    }),
  );
  const gather = gatherer(ctx, given.today, { checkoutEvents: given.checkoutEvents, windowDays });
  const each: DetectorLook[] = [];
  const found: (readonly [Detector, readonly Finding[]])[] = [];
  for (const detector of detectors) {
    const rule = rules.get(detector.code);
    const at = { detector: detector.code, error: null, rowsSeen: 0, found: 0 };
    if (rule?.isOn === false) {
      each.push({ ...at, state: 'off' });
      continue;
    }
    try {
      const facts = await gather(detector.reads);
      const thresholds = thresholdsOf(detector);
      const all = detector.find(sinceEnded(detector, facts, ended) as typeof facts, { ...given, thresholds });
      const findings = withoutExplained(detector, all, ended);
      const rowsSeen = detector.reads.reduce((sum, of) => sum + (facts[of]?.length ?? 0), 0);
      each.push({ ...at, state: 'ok', rowsSeen, found: findings.length });
      found.push([detector, findings]);
    } catch (error) {
      each.push({
        ...at,
        state: 'broken',
        error: (error instanceof Error ? error.message : String(error)).slice(0, 300) || 'unknown',
      });
    }
  }
  return { each, found };
}
