import pg from 'pg';

/** A transfer between two accounts, as a plain SQL ledger does it. */
export interface PlainLedger {
  one(client: number): Promise<void>;
  /** So many transfers in one database transaction, one after another. */
  batch(client: number, size: number): Promise<void>;
  /** Between rounds: rows that a hot account left behind would slow the next one. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The reference: a ledger written in plain SQL the usual way (that of pgledger): a function per transfer locks both
 * accounts in the order of their ids, writes the transfer, moves both balances and writes two entries with the balance
 * before and after. Our own writing of that design.
 */
export async function openPlainLedger(
  ownerUrl: string,
  clients: number,
  partners: number,
): Promise<PlainLedger> {
  const connections = await Promise.all(
    Array.from({ length: clients }, async () => {
      const connection = new pg.Client({ connectionString: ownerUrl });
      await connection.connect();
      return connection;
    }),
  );
  await connections[0]?.query(SCHEMA);
  await connections[0]?.query('INSERT INTO plain.account SELECT n, 0, 0 FROM generate_series(0, $1) AS n', [
    partners,
  ]);
  const of = (client: number) => {
    const connection = connections[client];
    if (!connection) throw new Error(`there are ${clients} clients`);
    return connection;
  };
  const somebody = () => 1 + Math.floor(Math.random() * partners);
  return {
    async one(client) {
      await of(client).query('SELECT plain.transfer(0, $1, $2)', [somebody(), 100]);
    },
    async batch(client, size) {
      const whom = Array.from({ length: size }, somebody);
      await of(client).query('SELECT plain.transfer(0, w, 100) FROM unnest($1::bigint[]) AS w ORDER BY w', [
        whom,
      ]);
    },
    async tidy() {
      await of(0).query('VACUUM plain.account');
    },
    async close() {
      await Promise.all(connections.map((connection) => connection.end()));
    },
  };
}

const SCHEMA = `
  CREATE SCHEMA plain;
  CREATE TABLE plain.account (id bigint PRIMARY KEY, balance numeric NOT NULL, version bigint NOT NULL);
  CREATE TABLE plain.transfer (
    id uuid PRIMARY KEY DEFAULT uuidv7(), from_id bigint NOT NULL REFERENCES plain.account, to_id bigint NOT NULL REFERENCES plain.account,
    amount numeric NOT NULL CHECK (amount > 0), created_at timestamptz NOT NULL DEFAULT now(), CHECK (from_id <> to_id));
  CREATE TABLE plain.entry (
    id uuid PRIMARY KEY DEFAULT uuidv7(), account_id bigint NOT NULL REFERENCES plain.account, transfer_id uuid NOT NULL REFERENCES plain.transfer,
    amount numeric NOT NULL, previous_balance numeric NOT NULL, current_balance numeric NOT NULL, account_version bigint NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now());
  CREATE INDEX ON plain.entry (account_id);
  CREATE INDEX ON plain.entry (transfer_id);
  CREATE FUNCTION plain.transfer(from_account bigint, to_account bigint, moved numeric) RETURNS uuid LANGUAGE plpgsql AS $$
  DECLARE
    made uuid;
    source plain.account;
    target plain.account;
  BEGIN
    PERFORM FROM plain.account WHERE id IN (from_account, to_account) ORDER BY id FOR UPDATE;
    INSERT INTO plain.transfer (from_id, to_id, amount) VALUES (from_account, to_account, moved) RETURNING id INTO made;
    UPDATE plain.account SET balance = balance - moved, version = version + 1 WHERE id = from_account RETURNING * INTO source;
    UPDATE plain.account SET balance = balance + moved, version = version + 1 WHERE id = to_account RETURNING * INTO target;
    INSERT INTO plain.entry (account_id, transfer_id, amount, previous_balance, current_balance, account_version)
    VALUES (from_account, made, -moved, source.balance + moved, source.balance, source.version),
           (to_account, made, moved, target.balance - moved, target.balance, target.version);
    RETURN made;
  END $$`;
