import type { Score, ScorePart } from '../contract/names.ts';

/** What is known of a candidate when it is weighed. */
export interface Known {
  /** Different people who named it. */
  readonly speakers: number;
  /** Of them clients of ours. */
  readonly clients: number;
  /** In how many different ways it was heard: survey, support, the open, … */
  readonly sources: number;
  /** 0…100 against the ideal partner profile; null: not answered. */
  readonly profile: number | null;
  /** Followers, readers, members; null: not known. */
  readonly audience: number | null;
}

/** Points of a hundred. Whom clients listen to comes first, how many listen comes last (S0.22, S1.10, S1.15). */
export const WEIGHTS: Readonly<Record<ScorePart, number>> = {
  speakers: 30,
  clients: 20,
  sources: 10,
  profile: 25,
  audience: 15,
};
/** The size of an audience makes at most this share of any score, not only of the best. */
export const AUDIENCE_SHARE = 0.15;
/** Fifteen who name somebody are as good as fifty. */
const ENOUGH_SPEAKERS = 15;
const ENOUGH_SOURCES = 3;
/** A million. */
const ENOUGH_AUDIENCE = 1_000_000;

/** The score with its arithmetic. Parts are whole tenths of a point and add up to the score exactly. */
export function scoreOf(known: Known): Score {
  const part = (name: ScorePart, found: number | null, share: number) => ({
    part: name,
    found,
    maxTenths: WEIGHTS[name] * 10,
    tenths: found === null ? 0 : Math.round(WEIGHTS[name] * 10 * Math.min(1, Math.max(0, share))),
    isCut: false,
  });
  const relevance = [
    part('speakers', known.speakers, growing(known.speakers, ENOUGH_SPEAKERS)),
    part('clients', known.clients, growing(known.clients, ENOUGH_SPEAKERS)),
    part('sources', known.sources, known.sources / ENOUGH_SOURCES),
    part('profile', known.profile, (known.profile ?? 0) / 100),
  ];
  const evidence = relevance.reduce((sum, { tenths }) => sum + tenths, 0);
  const audience = part('audience', known.audience, growing(known.audience ?? 0, ENOUGH_AUDIENCE));
  const most = Math.floor((evidence * AUDIENCE_SHARE) / (1 - AUDIENCE_SHARE));
  const counted = Math.min(audience.tenths, most);
  return {
    tenths: evidence + counted,
    parts: [...relevance, { ...audience, tenths: counted, isCut: counted < audience.tenths }],
  };
}

/** The first ones say most: log₂(1 + n) over log₂(1 + enough). */
const growing = (count: number, enough: number) => Math.log2(1 + count) / Math.log2(1 + enough);
