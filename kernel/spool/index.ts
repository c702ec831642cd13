export { openSpool, type Spool } from './spool.ts';
