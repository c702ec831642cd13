import { PartnerWaivers } from '@mosty/payouts/parts';
import {
  Act,
  EmptyState,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  Section,
  Timeline,
  useFormat,
  useMay,
  useParam,
  useRead,
  useWords,
} from '@mosty/ui-kit';
import { Suspense, useState } from 'react';
import { readExit } from '../contract.ts';
import { EndParting } from './EndParting.tsx';
import { Erasure } from './Erasure.tsx';
import { ExitItems } from './ExitItems.tsx';
import { SummaryFigures } from './SummaryFigures.tsx';
import { CHANGED, type ExitPage } from './exit-reads.ts';

/** Parting with dignity (S0.66): what is closed, what is left, and what came of working together. */
export default function ExitScreen() {
  const partnerId = useParam('partnerId');
  const read = useRead(readExit, { params: { partnerId } }, { keep: false });
  return <Loaded read={read}>{(page) => <Page partnerId={partnerId} page={page} />}</Loaded>;
}

function Page({ partnerId, page }: { partnerId: string; page: ExitPage }) {
  const t = useWords('exits');
  const format = useFormat();
  const [ending, setEnding] = useState(false);
  const mayWaive = useMay('waiver.read');
  const above = <PageLink to={paths.partner({ partnerId })}>{page.partnerName}</PageLink>;
  const title = t('page.title', { partner: page.partnerName });
  if (page.beganAt === null)
    return (
      <>
        <PageHeading above={above} title={title} />
        <EmptyState
          title={t('page.emptyTitle')}
          actions={<PageLink to={paths.partner({ partnerId })}>{t('page.toCard')}</PageLink>}
        >
          {t('page.emptyText')}
        </EmptyState>
      </>
    );
  const isOpen = page.closedAt === null;
  return (
    <>
      <PageHeading
        above={above}
        title={title}
        answer={
          !isOpen && page.closedAt
            ? t('page.closed', { day: format.when(page.closedAt) })
            : page.missing > 0
              ? t('page.left', { count: page.missing, all: page.items.length })
              : t('page.ready')
        }
        actions={
          isOpen && page.missing === 0 ? (
            <Act can={page.can['end']} onClick={() => setEnding(true)}>
              {t('end.open')}
            </Act>
          ) : null
        }
      />
      {isOpen ? (
        <Section title={t('page.items')} note={t('page.began', { day: format.when(page.beganAt) })}>
          <Suspense fallback={null}>
            <ExitItems partnerId={partnerId} page={page} />
          </Suspense>
        </Section>
      ) : null}
      {isOpen && mayWaive ? <PartnerWaivers partnerId={partnerId} invalidates={CHANGED} /> : null}
      <Section title={t('summary.title')} note={summaryNote(page, t, format)}>
        <SummaryFigures figures={(isOpen ? null : page.summary?.figures) ?? page.figures} />
      </Section>
      {page.handedOver.length > 0 ? (
        <Section title={t('handOver.given')}>
          <Timeline
            items={page.handedOver.map(({ kind, name, to, at }) => ({
              id: `${kind} ${name} ${at}`,
              at,
              title: `${name} → ${to}`,
              note: t(`handOver.kind.${kind}`),
            }))}
          />
        </Section>
      ) : null}
      <Erasure page={page} />
      {ending ? <EndParting partnerId={partnerId} onClose={() => setEnding(false)} /> : null}
    </>
  );
}

function summaryNote(
  { summary, items }: ExitPage,
  t: ReturnType<typeof useWords>,
  format: ReturnType<typeof useFormat>,
): string {
  if (!summary) return t('summary.notShown');
  if (items.some(({ missing }) => missing.some(({ code }) => code === 'exits.summary_changed')))
    return t('summary.changed', { version: summary.version });
  if (summary.agreedAt === null)
    return t('summary.waits', { version: summary.version, day: format.when(summary.shownAt) });
  return [
    t(`summary.agreed.${summary.agreedHow ?? 'portal'}`, {
      version: summary.version,
      day: format.when(summary.agreedAt),
    }),
    summary.proof,
  ]
    .filter(Boolean)
    .join(' · ');
}
