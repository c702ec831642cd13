/** SQLSTATE classes: 08 connection, 53 out of disk, memory or connections, 57P shutting down or crashed, 58 input and output. */
const STATES = /^(08|53|57P0|58)/;
/** Of the network, when the database is being started again. */
const SYSTEM = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOSPC']);
/** What the driver says without a code when the connection breaks under a query. */
const BROKEN =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** The database cannot be reached or cannot write now: nothing was kept, and the same request may be sent again later. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // The sign-in library says only this of a database that did not answer who is signed in.
  if (error.message === 'Failed to get session') return true;
  return STATES.test(code) || SYSTEM.has(code) || BROKEN.test(error.message);
}
