import type { Norms } from '../contract/pipeline.ts';

/**
 * Days in a stage that are usual until the company says its own. First steps are quick because a name cools; a pilot is a
 * quarter less a fortnight; a review longer than two weeks is a decision not taken. Working has no norm.
 */
export const USUAL_NORMS: Norms = {
  mention: 7,
  candidate: 10,
  talking: 21,
  checking: 14,
  approved: 14,
  agreed: 5,
  launch: 30,
  pilot: 75,
  working: null,
  paused: null,
  review: 14,
  leaving: 30,
  ended: null,
  declined: null,
  stop_listed: null,
};
