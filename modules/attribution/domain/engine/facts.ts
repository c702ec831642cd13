import type { BusinessDate } from '@mosty/kernel/time';
import type { DealRole } from '../../contract/role.ts';
import type { AgreementFact } from '../agreement.ts';

/** A click or a lead of the client that a partner's link or code led to. */
export interface TouchFact {
  readonly partnerId: string;
  readonly agreementId: string;
  /** ISO 8601. */
  readonly at: string;
  readonly kind: 'click' | 'lead';
  /** The link or the code that was followed; absent in facts of before it was kept. */
  readonly cameBy?: string | null;
}

/** An approved registration of the client: linked to the sale, or protecting the client on its day. */
export interface DealFact {
  readonly dealId: string;
  readonly number: number;
  readonly linked: boolean;
  /** Who registered it; null: our own people. */
  readonly source: { readonly partnerId: string; readonly agreementId: string } | null;
  readonly registeredAt: string;
  readonly protectedUntil: BusinessDate | null;
  readonly participants: readonly {
    readonly partnerId: string;
    readonly agreementId: string;
    readonly role: DealRole;
    readonly sharePpm: number;
    readonly capMinor: number | null;
  }[];
}

/**
 * All that is known of one sale before anybody is credited. Plain data: stored with the decision as it was, so that
 * the decision can be made again and compared. Ids and no names: what is stored is never rewritten, and a person may
 * ask to be forgotten. What the source said word for word stands with the sale.
 */
export interface Facts {
  readonly day: BusinessDate;
  /** ISO 8601: touches after it are of another purchase. */
  readonly at: string;
  readonly named: { readonly partnerId: string | null } | null;
  readonly code:
    | { readonly partnerId: string; readonly agreementId: string; readonly codeId?: string }
    | { readonly partnerId: null }
    | null;
  readonly deals: readonly DealFact[];
  readonly touches: readonly TouchFact[];
  readonly keeper: {
    readonly partnerId: string;
    readonly sinceDay: BusinessDate | null;
  } | null;
  /** Agreements of everybody named above. */
  readonly agreements: readonly AgreementFact[];
  /** What people ruled of this sale; it stands before every rule until they rule again. */
  readonly ruling?: Ruling | null;
}

/** A person's word on who brought a sale. */
export interface Ruling {
  readonly on: BusinessDate;
  /** The claim that was decided so; null: without a claim. */
  readonly claim: string | null;
  /** Their shares sum to the whole; empty: nobody brought it, we sold it ourselves. */
  readonly sources: readonly { readonly partnerId: string; readonly sharePpm: number }[];
}
