import { useDebouncedValue } from '@mantine/hooks';
import { useVerb, useWords } from '@mosty/ui-kit';
import { useEffect } from 'react';
import { checkDuplicate, type RegistrantClient } from '../../contract.ts';
import classes from './portal.module.css';

/** One stops typing for so long; a partner has sixty questions an hour. */
const PAUSE_MS = 900;
const NAME_MIN = 3;

/** Whether such a client is here already, said while the form is filled. What cannot be asked now is asked at the end. */
export function Duplicate({ client }: { client: RegistrantClient | null }) {
  const t = useWords('deals');
  const { mutate, reset, data, isPending } = useVerb(checkDuplicate);
  const told = client && client.name.length >= NAME_MIN ? JSON.stringify(client) : '';
  const [asked] = useDebouncedValue(told, PAUSE_MS);
  useEffect(() => {
    if (asked) mutate({ body: { client: JSON.parse(asked) as RegistrantClient } });
    else reset();
  }, [asked, mutate, reset]);
  const answer = told === asked ? data?.answer : undefined;
  return (
    <p
      className={classes.check}
      role="status"
      data-tone={answer && (answer === 'accepted' ? 'free' : 'warn')}
    >
      {isPending ? t('own.give.checking') : null}
      {!isPending && answer
        ? answer === 'accepted'
          ? t('own.give.free')
          : t(`own.give.check.${answer}`)
        : null}
    </p>
  );
}
