import { Act, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import type { AgreementCard } from '../../contract.ts';
import { AcceptVersion } from '../AcceptVersion.tsx';

/** Reads the whole page of promises and accepts it by name. */
export function AcceptOwn({ agreement }: { agreement: AgreementCard }) {
  const t = useWords('agreements');
  const [reading, setReading] = useState(false);
  return (
    <>
      <Act can={agreement.can['accept']} onClick={() => setReading(true)}>
        {t('rules.read')}
      </Act>
      {reading ? (
        <AcceptVersion agreement={agreement} side="theirs" onClose={() => setReading(false)} />
      ) : null}
    </>
  );
}
