import type { Question, Severity } from '../contract/signs.ts';

/** A paid sale that a partner is credited with, and the way to it. */
export interface SaleFact {
  readonly partnerId: string;
  readonly saleId: string;
  readonly at: Date;
  /** The code that brought it; null: none did. */
  readonly codeId: string | null;
  /** The first and the last click on the partner's links by this client in 60 days before. */
  readonly firstClickAt: Date | null;
  readonly lastClickAt: Date | null;
  /** The first click on somebody else's link in the same time. */
  readonly othersClickAt: Date | null;
  /** When the client began to pay, where the shop tells. */
  readonly checkoutAt: Date | null;
  readonly isFirst: boolean;
  readonly currency: string;
  readonly amountMinor: bigint;
  /** The price before any reduction, where the source tells. */
  readonly listMinor: bigint | null;
  readonly refundedMinor: bigint;
  /** What the partner earned by it and is not paid yet. */
  readonly unpaidMinor: bigint;
}

export interface ClickFact {
  readonly partnerId: string;
  readonly day: string;
  readonly people: number;
  readonly machines: number;
}

export interface NameFact {
  readonly partnerId: string;
  readonly kind: 'code' | 'host' | 'link';
  readonly id: string;
  readonly text: string;
}

export interface LikenessFact {
  readonly partnerId: string;
  readonly by: 'tax_number' | 'phone' | 'email' | 'account';
  /** The client it is like, or the other partner. */
  readonly subject: string;
  readonly sales: number;
  readonly unpaidMinor: bigint;
}

export interface StandingFact {
  readonly partnerId: string;
  readonly hasAgreement: boolean;
  readonly hasKpi: boolean;
  readonly hasContact: boolean;
}

export interface MonthFact {
  readonly partnerId: string;
  readonly month: string;
  readonly currency: string;
  readonly paidMinor: bigint;
}

export interface AnswerFact {
  readonly partnerId: string;
  readonly question: Question;
  readonly answer: string;
  readonly at: Date;
}

/** An exclusivity both sides accepted and that is not over: what is given for it and its last day stand in it (S1.67). */
export interface ExclusiveFact {
  readonly partnerId: string;
  readonly agreementId: string;
  readonly until: string;
}

export interface ShownFact {
  readonly partnerId: string;
  readonly id: string;
  readonly isScreenshot: boolean;
  readonly isVerified: boolean;
  readonly at: Date;
}

export interface PublicationFact {
  readonly partnerId: string;
  readonly id: string;
  readonly day: string;
  /** Leads, registered deals and sales of the partner since that day. */
  readonly followed: number;
}

export interface Facts {
  readonly sales: readonly SaleFact[];
  readonly clicks: readonly ClickFact[];
  readonly names: readonly NameFact[];
  readonly likeness: readonly LikenessFact[];
  readonly standing: readonly StandingFact[];
  readonly months: readonly MonthFact[];
  readonly answers: readonly AnswerFact[];
  readonly exclusive: readonly ExclusiveFact[];
  readonly shown: readonly ShownFact[];
  readonly publications: readonly PublicationFact[];
}

export interface Season {
  readonly name: string;
  /** 'MM-DD', both inclusive; `from` after `to` goes over the New Year. */
  readonly from: string;
  readonly to: string;
  readonly floorPpm: number;
}

export interface Given {
  readonly now: Date;
  readonly today: string;
  readonly currency: string;
  readonly brandWords: readonly string[];
  readonly ownDomains: readonly string[];
  readonly seasons: readonly Season[];
  readonly thresholds: Readonly<Record<string, number>>;
}

/** Words are filled with these; no names and no free text. */
export type Params = Readonly<Record<string, string | number>>;

export interface Row {
  readonly kind:
    | 'sale'
    | 'code'
    | 'link'
    | 'host'
    | 'client'
    | 'partner'
    | 'month'
    | 'answer'
    | 'check'
    | 'publication'
    | 'day'
    | 'lack'
    | 'note';
  readonly subject: string;
  readonly says: { readonly code: string; readonly params: Params };
  readonly at: Date | null;
}

export interface Finding {
  readonly partnerId: string;
  readonly severity: Severity;
  readonly measure: { readonly code: string; readonly params: Params };
  /** The strongest first. */
  readonly rows: readonly Row[];
  readonly atStakeMinor: bigint;
}
