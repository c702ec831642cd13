/** What a partner reads of the history of a client it handed over, and which particulars of it. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  registered: [],
  conflicted: [],
  approved: ['until'],
  rejected: ['reason'],
  withdrawn: ['reason'],
  extended: ['until'],
  expired: [],
  turn_came: [],
  moved: ['from', 'to'],
  won: [],
  lost: ['reason'],
  reopened: [],
  ruled: [],
  client_asked: [],
  client_agreed: [],
  client_declined: [],
};

interface Happened {
  readonly at: Date;
  readonly by: string;
  readonly what: string;
  readonly params: Record<string, unknown>;
}

/** Neither who of us did it, nor why we doubted, nor what other partners did. */
export function toldToPartner(history: readonly Happened[]): Happened[] {
  return history.flatMap(({ at, what, params }) => {
    const told = TOLD[what];
    if (!told) return [];
    const kept = Object.fromEntries(told.flatMap((name) => (name in params ? [[name, params[name]]] : [])));
    return [{ at, by: '', what, params: kept }];
  });
}
