import { Loaded, PageHeading, useRead, useWords } from '@mosty/ui-kit';
import { readFramework } from '../../contract.ts';
import { FrameworkText } from '../FrameworkText.tsx';

/** The same document the company reads: what each kind gives and expects, and which line leads where. */
export default function TypesPage() {
  const t = useWords('framework');
  const read = useRead(readFramework, {});
  return (
    <>
      <PageHeading title={t('own.title')} answer={t('own.answer')} />
      <Loaded read={read}>{({ body }) => <FrameworkText body={body} />}</Loaded>
    </>
  );
}
