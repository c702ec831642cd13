import { ROLES } from '@mosty/identity/contract';
import { Refusal } from '@mosty/kernel/refusal';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVIDENCE, type EvidenceCode } from '../contract/evidence.ts';
import { atLeast, PATHS, STAGES, type Path, type Stage } from '../contract/stages.ts';
import { mayChangePath, mayTakeOver, openGate, stepFor, wayOn } from './steps.ts';
import { STEPS, TRANSITIONS } from './table.ts';

const INSIDE = STEPS.filter((step) => step.from !== null) as ((typeof STEPS)[number] & { from: Stage })[];
const label = (step: { path: string; from: Stage | null; to: Stage }) =>
  `${step.path}: ${step.from} → ${step.to}`;

describe('the table', () => {
  test('says every step once, and every code of evidence is asked for somewhere', () => {
    expect(new Set(STEPS.map(label)).size).toBe(STEPS.length);
    expect(new Set(TRANSITIONS.flatMap((one) => one.evidence))).toEqual(new Set(EVIDENCE));
  });

  test('leads from a mention to working on every path, and from working to an end', () => {
    for (const path of PATHS) {
      const way: Stage[] = ['mention'];
      for (let stage: Stage | undefined = 'mention'; stage && stage !== 'working'; ) {
        stage = wayOn(path, stage)?.to;
        if (stage) way.push(stage);
        expect(way.length, way.join(' → ')).toBeLessThan(12);
      }
      expect(way.at(-1), way.join(' → ')).toBe('working');
      for (const [from, to] of [
        ['working', 'leaving'],
        ['leaving', 'ended'],
      ] as const)
        expect(INSIDE.some((step) => step.path === path && step.from === from && step.to === to)).toBe(true);
    }
  });
});

describe.each(INSIDE.map((step) => [label(step), step] as const))('%s', (_label, step) => {
  test('is opened by the roles of the table and by nobody else', () => {
    for (const role of [...ROLES, 'system', null] as const) {
      const found = stepFor({ path: step.path, stage: step.from }, step.to, role);
      if (role !== null && step.roles.includes(role)) expect(found).toBe(step);
      else expect(found, String(role)).toMatchObject({ kind: 'not_permitted' });
    }
  });

  test('stays shut while any one thing is missing, and says which (S0.48)', () => {
    for (const code of step.evidence)
      expect(openGate(step, [code])).toMatchObject({
        code: 'lifecycle.gate_closed',
        params: { missing: [code] },
      });
    expect(openGate(step, [])).toBe(true);
  });
});

test('there is no step but those of the table, for anybody', () => {
  for (const path of PATHS)
    for (const stage of STAGES)
      for (const to of STAGES) {
        if (INSIDE.some((step) => step.path === path && step.from === stage && step.to === to)) continue;
        for (const role of [...ROLES, 'system', null] as const)
          expect(stepFor({ path, stage }, to, role)).toMatchObject({ code: 'lifecycle.no_such_step' });
      }
});

/** What must have been true on the way, said here again by hand: the table could be wrong as a whole. */
const BEFORE_WORKING: Record<Path, readonly EvidenceCode[]> = {
  standard: [
    'not_stop_listed',
    'why_you',
    'class_decided',
    'four_criteria',
    'three_wins',
    'expectations_accepted',
    'code_accepted',
    'faces_set',
    'pd_consent',
    'legal_form_allowed',
    'launch_steps',
    'pilot_locked',
    'pilot_met',
  ],
  scaled: [
    'not_stop_listed',
    'why_you',
    'class_decided',
    'four_criteria',
    'three_wins',
    'expectations_accepted',
    'code_accepted',
    'faces_set',
    'pd_consent',
    'legal_form_allowed',
    'launch_steps',
    'pilot_locked',
    'pilot_met',
  ],
  referral: [
    'not_stop_listed',
    'client_proven',
    'class_decided',
    'expectations_accepted',
    'code_accepted',
    'pd_consent',
    'legal_form_allowed',
  ],
  alliance: [
    'not_stop_listed',
    'why_you',
    'alliance_goals',
    'expectations_accepted',
    'code_accepted',
    'pd_consent',
    'legal_form_allowed',
  ],
};
const BEFORE_END: readonly EvidenceCode[] = [
  'promises_closed',
  'balance_settled',
  'nothing_disputed',
  'clients_handed_over',
  'access_closed',
];

type Act =
  | { readonly do: 'move'; readonly to: Stage; readonly role: (typeof ROLES)[number] | 'system' }
  | { readonly do: 'supply' | 'lose'; readonly code: EvidenceCode }
  | { readonly do: 'path'; readonly path: Path }
  | { readonly do: 'take_over'; readonly to: 'agreed' | 'working' };

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      to: fc.constantFrom(...STAGES),
      role: fc.constantFrom(...ROLES, 'system' as const),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('supply' as const), code: fc.constantFrom(...EVIDENCE) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('lose' as const), code: fc.constantFrom(...EVIDENCE) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('path' as const), path: fc.constantFrom(...PATHS) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('take_over' as const),
      to: fc.constantFrom('agreed' as const, 'working' as const),
    }),
  },
);

/** A partner, what is true of it, and everything that any gate it went through found true since it began. */
interface Walk {
  path: Path;
  stage: Stage;
  takenOver: boolean;
  readonly facts: Set<EvidenceCode>;
  shown: Set<EvidenceCode>;
  steps: number;
}

function go(walk: Walk, one: Act): void {
  if (one.do === 'supply') walk.facts.add(one.code);
  else if (one.do === 'lose') walk.facts.delete(one.code);
  else if (one.do === 'path') {
    if (mayChangePath(walk.stage, walk.path, one.path) === true) walk.path = one.path;
  } else if (one.do === 'take_over') {
    if (mayTakeOver(walk.stage, one.to) !== true) return;
    walk.stage = one.to;
    walk.takenOver = true;
  } else if (one.do === 'move') {
    const step = stepFor(walk, one.to, one.role);
    if (step instanceof Refusal) return;
    const missing = step.evidence.filter((code) => !walk.facts.has(code));
    if (openGate(step, missing) !== true) return;
    if (step.to === 'candidate') {
      walk.takenOver = false;
      walk.shown = new Set();
    }
    for (const code of step.evidence) walk.shown.add(code);
    walk.stage = step.to;
    walk.steps += 1;
    if (step.to === 'ended') for (const code of BEFORE_END) expect(walk.facts.has(code), code).toBe(true);
  }
}

function never(walk: Walk): void {
  if (walk.takenOver || !atLeast(walk.stage, 'working')) return;
  const skipped = BEFORE_WORKING[walk.path].filter((code) => !walk.shown.has(code));
  // Half a million looks: `expect` would take longer than the walks.
  if (skipped.length > 0) throw new Error(`${walk.path} is ${walk.stage} without ${skipped.join(', ')}`);
}

test('10,000 walks: nobody works without its gates, nobody ended with something open (S0.18, S0.66, S0.74)', () => {
  let furthest = 0;
  let worked = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...PATHS),
      // Half of the walks know a lot from the beginning: otherwise few would come far.
      fc.subarray([...EVIDENCE], { minLength: 0 }),
      fc.array(act, { minLength: 20, maxLength: 60 }),
      fc.array(fc.constantFrom('lose' as const, 'on' as const, 'on' as const), { maxLength: 16 }),
      (path, facts, acts, pushes) => {
        const walk: Walk = {
          path,
          stage: 'mention',
          takenOver: false,
          facts: new Set(facts),
          shown: new Set(),
          steps: 0,
        };
        for (const push of pushes) {
          // The way on, as far as the facts let it.
          const step = push === 'on' ? wayOn(walk.path, walk.stage) : undefined;
          if (step) go(walk, { do: 'move', to: step.to, role: 'head' });
          never(walk);
        }
        for (const one of acts) {
          go(walk, one);
          never(walk);
          if (walk.stage === 'working' && !walk.takenOver) worked += 1;
        }
        furthest = Math.max(furthest, walk.steps);
      },
    ),
    { numRuns: 10_000, seed: 41 },
  );
  // A walk that goes nowhere proves nothing.
  expect(furthest).toBeGreaterThan(8);
  expect(worked).toBeGreaterThan(20);
}, 90_000);
