import { Button } from '@mantine/core';
import {
  Loaded,
  PageHeading,
  paths,
  SegmentTabs,
  useFilters,
  useMay,
  useRead,
  useWords,
  When,
} from '@mosty/ui-kit';
import { listCrossings, readFramework, type Framework } from '../contract.ts';
import { Crossings } from './Crossings.tsx';
import { EditFramework } from './EditFramework.tsx';
import { Packages } from './Packages.tsx';
import { FrameworkText } from './FrameworkText.tsx';
import classes from './framework.module.css';

const TABS = ['document', 'crossings', 'packages'] as const;
type Tab = (typeof TABS)[number];

/** The living document of kinds and thresholds, and who crossed a line (S1.28, S1.33). */
export default function TypesScreen() {
  const t = useWords('framework');
  const [filters, set] = useFilters(paths.types);
  const maySee = useMay('crossing.read');
  const read = useRead(readFramework, {});
  // Whoever waits for a word comes first: the document is the same every day.
  const waiting = useRead(listCrossings, { query: { state: 'open', limit: 1 } }, { enabled: maySee });
  const first: Tab = (waiting.data?.items.length ?? 0) > 0 ? 'crossings' : 'document';
  const isKnown = !maySee || waiting.isFetched;
  const tab: Tab = maySee ? (TABS.find((one) => one === filters.tab) ?? first) : 'document';
  return (
    <Loaded read={read}>
      {(found) => (
        <>
          <PageHeading
            title={t('page.title')}
            answer={<Standing of={found} />}
            actions={
              found.can.publish ? (
                <Button variant="default" onClick={() => set({ edit: '1' })}>
                  {t('page.edit')}
                </Button>
              ) : null
            }
          />
          {maySee ? (
            <SegmentTabs<Tab>
              label={t('page.title')}
              value={tab}
              segments={TABS.map((value) => ({ value, label: t(`page.${value}`) }))}
              onChange={(value) => set({ tab: value === first ? '' : value, open: '' })}
            />
          ) : null}
          {!isKnown ? null : tab === 'document' ? (
            <FrameworkText body={found.body} />
          ) : tab === 'packages' ? (
            <Packages />
          ) : (
            <Crossings mayDecide={found.can.decide} />
          )}
          {filters.edit && found.can.publish ? (
            <EditFramework of={found} onClose={() => set({ edit: '' })} />
          ) : null}
        </>
      )}
    </Loaded>
  );
}

function Standing({ of: { version, publishedAt, reason } }: { of: Framework }) {
  const t = useWords('framework');
  if (publishedAt === null) return t('page.shipped');
  return (
    <>
      {t('page.version', { version })} <When value={publishedAt} />
      {reason ? <span className={classes.soft}>{reason}</span> : null}
    </>
  );
}
