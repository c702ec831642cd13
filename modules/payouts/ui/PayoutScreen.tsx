import { Loaded, paths, useGo, useParam, useRead } from '@mosty/ui-kit';
import { useEffect } from 'react';
import { getPayout } from '../contract.ts';

/** A payout has no page of its own: a link to it, from an entry of the ledger, opens the batch it is in. */
export default function PayoutScreen() {
  const read = useRead(getPayout, { params: { payoutId: useParam('payoutId') } });
  return <Loaded read={read}>{({ batchId }) => <ToBatch batchId={batchId} />}</Loaded>;
}

function ToBatch({ batchId }: { batchId: string }) {
  const go = useGo();
  useEffect(() => go(paths.payoutBatch({ batchId }), { replace: true }));
  return null;
}
