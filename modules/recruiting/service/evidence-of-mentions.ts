import { defineEvidence } from '@mosty/lifecycle';
import type { Missing, Seen } from '@mosty/lifecycle/contract';
import { weighedNames } from '../store/influence.ts';
import { profileScoresOf } from './profile-score.ts';

/** Two who know nothing of each other: one voice is an opinion. */
const INDEPENDENT_MIN = 2;

/** A name becomes a candidate when it fits the ideal profile, or when two different people named it (screens: mention → candidate). */
defineEvidence('profile_or_mentions', async (tx, { partnerId }) => {
  const names = await weighedNames(tx, { partnerIds: [partnerId] });
  const speakers = names.reduce((sum, name) => sum + name.speakers, 0);
  const profile = (await profileScoresOf(tx, [partnerId])).get(partnerId);
  const rows: Seen[] = [];
  const missing: Missing[] = [];
  if (speakers >= INDEPENDENT_MIN) rows.push({ code: 'recruiting.named_by', params: { speakers } });
  else
    missing.push({
      code: 'recruiting.too_few_speakers',
      params: { speakers, needed: INDEPENDENT_MIN },
      roles: ['manager', 'head', 'voice'],
      to: names[0] ? `/scout?open=${names[0].id}` : '/scout',
    });
  if (profile && profile.score >= profile.threshold)
    rows.push({ code: 'recruiting.profile_met', params: { ...profile } });
  else
    missing.push({
      code: profile ? 'recruiting.profile_too_low' : 'recruiting.profile_unanswered',
      params: { ...profile },
      roles: ['manager', 'head'],
      to: `/partners/${partnerId}/check`,
    });
  const met = rows.length > 0;
  return { met, rows, missing: met ? [] : missing };
});
