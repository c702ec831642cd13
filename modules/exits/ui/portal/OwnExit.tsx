import { OwnWaiver } from '@mosty/payouts/parts';
import {
  Act,
  EmptyState,
  Loaded,
  PageHeading,
  Section,
  toast,
  useRead,
  useVerb,
  useWords,
  useFormat,
  RefusalNotice,
} from '@mosty/ui-kit';
import { agreeSummary, readOwnExit } from '../../contract.ts';
import { SummaryFigures } from '../SummaryFigures.tsx';
import classes from '../exits.module.css';

/** The partner reads what came of working together, and says its own word. */
export default function OwnExit() {
  const t = useWords('exits');
  const format = useFormat();
  const read = useRead(readOwnExit, {});
  const agree = useVerb(agreeSummary, { invalidates: [readOwnExit], onDone: () => toast(t('own.agreed')) });
  return (
    <Loaded read={read}>
      {({ summary, can }) =>
        summary === null ? (
          <>
            <PageHeading title={t('own.title')} />
            <EmptyState title={t('own.emptyTitle')}>{t('own.emptyText')}</EmptyState>
            <OwnWaiver />
          </>
        ) : (
          <>
            <PageHeading title={t('own.title')} answer={t('own.answer')} />
            <Section title={t('summary.title')} note={t('own.shown', { day: format.when(summary.shownAt) })}>
              <SummaryFigures figures={summary.figures} />
            </Section>
            {summary.agreedAt ? (
              <p>{t('own.done', { day: format.when(summary.agreedAt) })}</p>
            ) : (
              <>
                <p className={classes.soft}>{t('own.ifNot')}</p>
                <Act
                  can={can['agree']}
                  loading={agree.isPending}
                  onClick={() => agree.mutate({ body: { version: summary.version } })}
                >
                  {t('own.agree')}
                </Act>
                {agree.error ? <RefusalNotice refusal={agree.error} /> : null}
              </>
            )}
            <OwnWaiver />
          </>
        )
      }
    </Loaded>
  );
}
