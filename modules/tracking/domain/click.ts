import type { Id } from '@mosty/kernel/id';
import type { Verdict, Why } from './verdict.ts';

/** A visit to a link as it waits in the spool and stands in the table. The address of the visitor is not in it. */
export interface Click {
  readonly id: Id<'click'>;
  /** The link, or the code that was followed as `?via=`. */
  readonly linkId: Id<'link'> | Id<'code'>;
  readonly partnerId: Id<'partner'>;
  readonly agreementId: Id<'agreement'>;
  /** Of a visitor without a cookie: made for this one click. */
  readonly visitorId: string;
  readonly clickedAt: Date;
  readonly verdict: Verdict;
  readonly why: Why;
  readonly ipHash: string | null;
  readonly country: string | null;
  readonly userAgent: string | null;
  readonly referrerHost: string | null;
  readonly destination: string;
  readonly utm: Readonly<Record<string, string>> | null;
  readonly yclid: string | null;
  readonly erid: string | null;
  readonly inApp: string | null;
  readonly consented: boolean;
}
