// Made from the OpenAPI document by packages/sdk/generate/write.ts. Do not edit: change the contract and write again.

/** Somebody came to a page by a partner’s link or code; also with a publishable key. */
export type TrackClickBody = {
  readonly key?: string | undefined;
  readonly url?: string | undefined;
  readonly referrer?: string | undefined;
  readonly visitorId?: string | undefined;
  readonly externalId?: string | undefined;
  readonly userAgent?: string | undefined;
  readonly consented?: boolean | undefined;
  readonly timestamp?: string | undefined;
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
};

export type TrackClickAnswer = {
  readonly clickId: string;
  readonly visitorId: string;
  readonly partnerId: string;
  readonly agreementId: string;
  readonly linkId: string | null;
  readonly codeId: string | null;
};

/** Many visits at once, all of them or none. */
export type TrackClicksBody = readonly {
  readonly key?: string | undefined;
  readonly url?: string | undefined;
  readonly referrer?: string | undefined;
  readonly visitorId?: string | undefined;
  readonly externalId?: string | undefined;
  readonly userAgent?: string | undefined;
  readonly consented?: boolean | undefined;
  readonly timestamp?: string | undefined;
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
}[];

export type TrackClicksAnswer = {
  readonly items: readonly {
    readonly clickId: string;
    readonly visitorId: string;
    readonly partnerId: string;
    readonly agreementId: string;
    readonly linkId: string | null;
    readonly codeId: string | null;
  }[];
};

/** A client signed up or asked: once per client and event name. */
export type TrackLeadBody = {
  readonly clickId?: string | undefined;
  readonly visitorId?: string | undefined;
  readonly eventName: string;
  readonly customerExternalId: string;
  readonly customerName?: string | undefined;
  readonly customerEmail?: string | undefined;
  readonly code?: string | undefined;
  readonly timestamp?: string | undefined;
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
};

export type TrackLeadAnswer = {
  readonly id: string;
  readonly customerId: string;
  readonly customerExternalId: string;
  readonly eventName: string;
  readonly clickId: string | null;
  readonly partnerId: string | null;
  readonly known: boolean;
};

/** Many leads at once, all of them or none. */
export type TrackLeadsBody = readonly {
  readonly clickId?: string | undefined;
  readonly visitorId?: string | undefined;
  readonly eventName: string;
  readonly customerExternalId: string;
  readonly customerName?: string | undefined;
  readonly customerEmail?: string | undefined;
  readonly code?: string | undefined;
  readonly timestamp?: string | undefined;
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
}[];

export type TrackLeadsAnswer = {
  readonly items: readonly {
    readonly id: string;
    readonly customerId: string;
    readonly customerExternalId: string;
    readonly eventName: string;
    readonly clickId: string | null;
    readonly partnerId: string | null;
    readonly known: boolean;
  }[];
};

/** Money went back to a client: once per refund, also before its sale is told. */
export type TrackRefundBody = {
  readonly refundId: string;
  readonly invoiceId: string;
  readonly amount: number;
  readonly currency?: string | undefined;
  readonly reason?: string | undefined;
  readonly timestamp?: string | undefined;
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
};

export type TrackRefundAnswer = {
  readonly id: string;
  readonly refundId: string;
  readonly invoiceId: string;
  readonly known: boolean;
};

/** Many refunds at once, all of them or none. */
export type TrackRefundsBody = readonly {
  readonly refundId: string;
  readonly invoiceId: string;
  readonly amount: number;
  readonly currency?: string | undefined;
  readonly reason?: string | undefined;
  readonly timestamp?: string | undefined;
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
}[];

export type TrackRefundsAnswer = {
  readonly items: readonly {
    readonly id: string;
    readonly refundId: string;
    readonly invoiceId: string;
    readonly known: boolean;
  }[];
};

/** A client paid: once per invoice. */
export type TrackSaleBody = {
  readonly customerExternalId: string;
  readonly customerName?: string | undefined;
  readonly customerEmail?: string | undefined;
  readonly amount: number;
  readonly currency?: string | undefined;
  readonly invoiceId: string;
  readonly paymentProcessor?: string | undefined;
  readonly eventName?: string | undefined;
  readonly clickId?: string | undefined;
  readonly visitorId?: string | undefined;
  readonly code?: string | undefined;
  readonly timestamp?: string | undefined;
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
};

export type TrackSaleAnswer = {
  readonly id: string;
  readonly invoiceId: string;
  readonly known: boolean;
};

/** Many sales at once, all of them or none. */
export type TrackSalesBody = readonly {
  readonly customerExternalId: string;
  readonly customerName?: string | undefined;
  readonly customerEmail?: string | undefined;
  readonly amount: number;
  readonly currency?: string | undefined;
  readonly invoiceId: string;
  readonly paymentProcessor?: string | undefined;
  readonly eventName?: string | undefined;
  readonly clickId?: string | undefined;
  readonly visitorId?: string | undefined;
  readonly code?: string | undefined;
  readonly timestamp?: string | undefined;
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
}[];

export type TrackSalesAnswer = {
  readonly items: readonly {
    readonly id: string;
    readonly invoiceId: string;
    readonly known: boolean;
  }[];
};
