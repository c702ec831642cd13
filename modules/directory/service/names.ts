import { defineNames } from '@mosty/identity';
import { clientsById } from '../store/clients.ts';
import { partnersById } from '../store/partners.ts';

const named = (rows: readonly { readonly id: string; readonly name: string }[]) =>
  new Map(rows.map((row) => [row.id, row.name]));

defineNames('partner', async (tx, ids) => named(await partnersById(tx, ids)));
defineNames('client', async (tx, ids) => named(await clientsById(tx, ids)));
