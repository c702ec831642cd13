import { PlainButton, Section, useFormat, useRead, useWords } from '@mosty/ui-kit';
import { readFirstSteps } from '../contract.ts';
import { FirstSteps } from './FirstSteps.tsx';
import { usePutAway } from './put-away.ts';

/** On the first page until everything is done or the reader puts it away; «Первые шаги» in the menu calls it back. */
export function FirstStepsBox() {
  const [away] = usePutAway();
  return away ? null : <Unfinished />;
}

function Unfinished() {
  const t = useWords('insight');
  const { count } = useFormat();
  const [away, putAway] = usePutAway();
  const { data } = useRead(readFirstSteps, {});
  if (!data || data.allDone || away) return null;
  const done = data.steps.filter((step) => step.done).length;
  return (
    <Section
      title={t('first.title')}
      note={t('first.note', { shown: count(done), of: count(data.steps.length) })}
      actions={<PlainButton onClick={() => putAway(true)}>{t('first.putAway')}</PlainButton>}
    >
      <FirstSteps steps={data.steps} />
    </Section>
  );
}
