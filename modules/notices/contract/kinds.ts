/** Kinds of news a person chooses by; every notice is of one. Plain, for the browser reads them. */
export const NOTICE_KINDS = [
  /** Clients handed over, deals, whom a client belongs to. */
  'deals',
  /** Statements, payouts, holds, requisites. */
  'money',
  /** Terms to accept, documents that expire. */
  'documents',
  /** Questions, ideas, and answers to them. */
  'talk',
  /** Stages of partners, launches and pilots. */
  'conveyor',
  /** What is planned together: days of the calendar, weekly notes, reviews. */
  'plans',
  /** Red flags and what was asked about them. */
  'flags',
  /** Trust, pulse and silence. */
  'scores',
  /** New and stale materials. */
  'library',
  /** The letter of Monday: counts and links. */
  'digest',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** letter: in the program and by a letter · in_app: in the program · none: not at all. */
export const NOTICE_WAYS = ['letter', 'in_app', 'none'] as const;
export type NoticeWay = (typeof NOTICE_WAYS)[number];

/** The digest is a letter or nothing. */
export const waysOf = (kind: NoticeKind): readonly NoticeWay[] =>
  kind === 'digest' ? ['letter', 'none'] : NOTICE_WAYS;
