import type { Role } from '@mosty/identity/contract';
import type { EvidenceCode } from '../contract/evidence.ts';
import { STAGES, type Path, type Stage } from '../contract/stages.ts';

/** One step of the conveyor: from where, to where, on which paths, what its gate asks and who may open it. */
export interface Transition {
  /** null: the name was not known before. */
  readonly from: readonly (Stage | null)[];
  readonly to: Stage;
  readonly paths: readonly Path[];
  readonly evidence: readonly EvidenceCode[];
  readonly roles: readonly (Role | 'system')[];
  /** Goes by itself as soon as nothing is missing. */
  readonly auto?: true;
}

const ALL = ['standard', 'scaled', 'referral', 'alliance'] as const;
const PILOTED = ['standard', 'scaled'] as const;
const HEAD = ['head', 'owner'] as const;
const MANAGER = ['manager', ...HEAD] as const;
const BEFORE_US = ['candidate', 'talking', 'checking', 'approved'] as const;
const TOGETHER = ['agreed', 'launch', 'pilot', 'working', 'paused', 'review'] as const;
const ANY = STAGES.filter((stage) => stage !== 'stop_listed');

/**
 * The conveyor (S0.21, S0.49, S0.74): every step there is, and no other. The order of gates is fixed; a missing win stops
 * (S0.48) and only new evidence helps. `lifecycle.allowed` in the database holds the same, and docs/lifecycle.md shows it.
 */
// biome-ignore format: a table is read by its columns
export const TRANSITIONS: readonly Transition[] = [
  // Finding and talking
  { from: [null], to: 'mention', paths: ALL, evidence: ['name_and_source'], roles: [...MANAGER, 'voice', 'system'], auto: true },
  { from: ['mention'], to: 'candidate', paths: PILOTED, evidence: ['not_stop_listed', 'profile_or_mentions'], roles: MANAGER },
  { from: ['mention'], to: 'candidate', paths: ['referral', 'alliance'], evidence: ['not_stop_listed'], roles: MANAGER },
  { from: ['candidate'], to: 'talking', paths: ['standard', 'scaled', 'alliance'], evidence: ['why_you', 'partner_value'], roles: MANAGER },
  // The check
  { from: ['talking'], to: 'checking', paths: PILOTED, evidence: ['partner_replied', 'class_decided'], roles: MANAGER },
  { from: ['checking'], to: 'approved', paths: ['standard'], evidence: ['four_criteria', 'three_wins'], roles: HEAD },
  { from: ['checking'], to: 'approved', paths: ['scaled'], evidence: ['four_criteria', 'three_wins'], roles: HEAD, auto: true },
  { from: ['talking'], to: 'approved', paths: ['alliance'], evidence: ['partner_replied', 'alliance_goals'], roles: HEAD },
  { from: ['candidate'], to: 'approved', paths: ['referral'], evidence: ['client_proven', 'class_decided'], roles: MANAGER },
  { from: BEFORE_US, to: 'declined', paths: ALL, evidence: ['reason_given', 'letter_sent'], roles: MANAGER },
  { from: ANY, to: 'stop_listed', paths: ALL, evidence: ['stop_reason', 'two_people'], roles: HEAD },
  // Mutual expectations
  { from: ['approved'], to: 'agreed', paths: ALL, evidence: ['expectations_accepted', 'code_accepted', 'faces_set', 'pd_consent', 'legal_form_allowed'], roles: MANAGER, auto: true },
  // Launch and pilot
  { from: ['agreed'], to: 'launch', paths: PILOTED, evidence: ['first_step_dated'], roles: MANAGER, auto: true },
  { from: ['agreed'], to: 'working', paths: ['referral', 'alliance'], evidence: [], roles: MANAGER },
  { from: ['launch'], to: 'pilot', paths: PILOTED, evidence: ['launch_steps', 'scenario_chosen', 'pilot_locked'], roles: MANAGER },
  { from: ['pilot'], to: 'working', paths: PILOTED, evidence: ['pilot_met', 'trust_enough', 'no_serious_flag'], roles: HEAD },
  { from: ['pilot'], to: 'launch', paths: PILOTED, evidence: ['rework_once', 'reason_given'], roles: MANAGER },
  // Working together
  { from: ['working'], to: 'paused', paths: ALL, evidence: ['reason_given', 'return_date'], roles: MANAGER },
  { from: ['paused'], to: 'working', paths: ALL, evidence: ['return_reached_or_word', 'faces_set', 'expectations_valid'], roles: MANAGER },
  { from: ['working'], to: 'review', paths: ALL, evidence: ['reason_given'], roles: [...HEAD, 'system'] },
  { from: ['review'], to: 'working', paths: ALL, evidence: ['four_answers', 'fix_verified'], roles: HEAD },
  // Parting with dignity (S0.66)
  { from: TOGETHER, to: 'leaving', paths: ALL, evidence: ['reason_given', 'owner_for_top'], roles: HEAD },
  { from: ['leaving'], to: 'ended', paths: ALL, evidence: ['thanks_sent', 'summary_agreed', 'clients_handed_over', 'promises_closed', 'balance_settled', 'nothing_disputed', 'links_neutral', 'access_closed', 'retention_set'], roles: MANAGER },
  { from: ['ended', 'declined'], to: 'candidate', paths: ALL, evidence: ['may_return', 'not_stop_listed'], roles: MANAGER },
  { from: ['stop_listed'], to: 'candidate', paths: ALL, evidence: ['stop_taken_off', 'not_stop_listed'], roles: HEAD },
];

/** Stages a partner is taken over into, and from which: it worked with us before the gates were there. */
export const TAKEN_INTO = ['agreed', 'working'] as const satisfies readonly Stage[];
export const TAKEN_FROM = [
  null,
  'mention',
  'candidate',
  'talking',
  'checking',
  'approved',
  'agreed',
  'launch',
  'pilot',
] as const;

/** A path may still be changed here: nobody has approved anything. */
export const PATH_OPEN = ['mention', 'candidate', 'talking', 'checking'] as const satisfies readonly Stage[];

/** The same table, one line a path and a stage: as the database holds it. */
export const STEPS = TRANSITIONS.flatMap(({ from, paths, ...step }) =>
  paths.flatMap((path) => from.map((stage) => ({ ...step, path, from: stage }))),
);
export type Step = (typeof STEPS)[number];
