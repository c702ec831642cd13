import { defineNames } from '@mosty/identity';
import { dealsById } from '../store/deals.ts';

defineNames(
  'deal',
  async (tx, ids) =>
    new Map((await dealsById(tx, ids)).map(({ id, number, title }) => [id, `№ ${number} ${title}`])),
);
