import { Button } from '@mantine/core';
import {
  Badge,
  ConfirmWithConsequence,
  CopyText,
  DataTable,
  EmptyState,
  ExportMenu,
  hrefOf,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  Section,
  SegmentTabs,
  Sentence,
  useFilters,
  useMay,
  useRead,
  useRows,
  useVerb,
  useWords,
  When,
} from '@mosty/ui-kit';
import {
  closeSurvey,
  exportSurveyAnswers,
  listSurveyAnswers,
  listSurveys,
  readInfluence,
  reopenSurvey,
  type Survey,
} from '../contract.ts';
import { EditSurvey } from './EditSurvey.tsx';
import { ImportAnswers } from './ImportAnswers.tsx';
import { InfluenceMap } from './InfluenceMap.tsx';
import classes from './recruiting.module.css';

const TABS = ['map', 'answers', 'surveys'] as const;
type Tab = (typeof TABS)[number];

/** Whom customers listen to: what they answered, and the surveys that ask them (S1.7). */
export default function SurveyScreen() {
  const t = useWords('recruiting');
  const [filters, set] = useFilters(paths.survey);
  const mayWrite = useMay('survey.write');
  const read = useRead(listSurveys, {});
  const tab: Tab = TABS.find((one) => one === filters.tab) ?? 'map';
  const open = (
    <Button onClick={() => set({ edit: 'new' })} disabled={!mayWrite}>
      {t('actions.openSurvey')}
    </Button>
  );
  return (
    <>
      <PageHeading title={t('survey.title')} answer={<Asked />} actions={mayWrite ? open : null} />
      <Loaded read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('survey.emptyTitle')} actions={mayWrite ? open : null}>
              {t('survey.emptyText')}
            </EmptyState>
          ) : (
            <>
              <SegmentTabs<Tab>
                label={t('survey.title')}
                value={tab}
                segments={TABS.map((value) => ({ value, label: t(`survey.tab.${value}`) }))}
                onChange={(value) => set({ tab: value === 'map' ? '' : value })}
              />
              {tab === 'map' ? <InfluenceMap /> : null}
              {tab === 'answers' ? <Answers surveyId={filters.survey} /> : null}
              {tab === 'surveys' ? <Surveys items={items} /> : null}
            </>
          )
        }
      </Loaded>
      {filters.edit && mayWrite && read.data ? (
        <EditSurvey
          of={read.data.items.find(({ id }) => id === filters.edit) ?? null}
          onClose={() => set({ edit: '' })}
        />
      ) : null}
      {filters.load && mayWrite ? (
        <ImportAnswers surveyId={filters.load} onClose={() => set({ load: '' })} />
      ) : null}
    </>
  );
}

function Asked() {
  const t = useWords('recruiting');
  const { data } = useRead(readInfluence, {});
  if (!data) return null;
  return <Sentence text={t('survey.answer', { ...data })} parts={{}} />;
}

function Answers({ surveyId }: { surveyId: string | undefined }) {
  const t = useWords('recruiting');
  const query = { surveyId: surveyId || undefined };
  const rows = useRows(listSurveyAnswers, { query });
  return (
    <Section
      title={t('survey.tab.answers')}
      actions={
        <ExportMenu
          of={exportSurveyAnswers}
          hrefOf={(format) => hrefOf(exportSurveyAnswers, { query: { ...query, format } })}
        />
      }
    >
      <DataTable
        label={t('survey.tab.answers')}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { id: 'whom', title: t('names.question.whom'), cell: (row) => row.whom.join(', ') || '–' },
          {
            id: 'tools',
            title: t('names.question.tools'),
            cell: (row) => row.tools.join(', ') || '–',
            narrow: 'line',
          },
          {
            id: 'who',
            title: t('survey.signed'),
            cell: (row) => row.signedName ?? row.signedEmail ?? t('survey.unsigned'),
            narrow: 'line',
          },
          {
            id: 'at',
            title: t('survey.when'),
            cell: (row) => <When value={row.answeredAt} />,
            narrow: 'value',
          },
        ]}
        empty={<EmptyState title={t('survey.noAnswers')}>{t('survey.noAnswersText')}</EmptyState>}
      />
    </Section>
  );
}

function Surveys({ items }: { items: readonly Survey[] }) {
  return (
    <ul className={classes.plain}>
      {items.map((survey) => (
        <SurveyLine key={survey.id} survey={survey} />
      ))}
    </ul>
  );
}

function SurveyLine({ survey }: { survey: Survey }) {
  const t = useWords('recruiting');
  const [, set] = useFilters(paths.survey);
  const mayWrite = useMay('survey.write');
  const close = useVerb(closeSurvey, { invalidates: [listSurveys] });
  const reopen = useVerb(reopenSurvey, { invalidates: [listSurveys] });
  const params = { surveyId: survey.id };
  const address = `${window.location.origin}${paths.answerSurvey({ token: survey.token })}`;
  return (
    <li>
      <Section
        title={survey.title}
        note={`${survey.whomQuestion} · ${survey.toolsQuestion}`}
        actions={
          mayWrite ? (
            <>
              <Button variant="default" onClick={() => set({ edit: survey.id })}>
                {t('survey.edit')}
              </Button>
              <Button variant="default" onClick={() => set({ load: survey.id })}>
                {t('survey.load')}
              </Button>
            </>
          ) : null
        }
      >
        <div className={classes.line}>
          <Badge tone={survey.closedAt ? 'faint' : 'plain'}>
            {t(survey.closedAt ? 'survey.closed' : 'survey.opened')}
          </Badge>
          <PageLink to={paths.survey({ tab: 'answers', survey: survey.id })}>
            {t('survey.answers', { count: survey.answers })}
          </PageLink>
          <span className={classes.soft}>{t(`survey.signature.${survey.signature}`)}</span>
        </div>
        {survey.closedAt ? null : (
          <>
            <CopyText label={t('survey.address')} text={address} />
            <p className={classes.soft}>{t('survey.whoNote')}</p>
            {survey.isEmbeddable ? (
              <CopyText
                label={t('survey.embed')}
                text={`<iframe src="${address}" width="100%" height="720" style="border:0" title="${survey.title.replaceAll('"', '&quot;')}"></iframe>`}
              />
            ) : null}
          </>
        )}
        {mayWrite ? (
          survey.closedAt ? (
            <Button variant="default" size="compact-sm" onClick={() => reopen.mutate({ params })}>
              {t('survey.reopen')}
            </Button>
          ) : (
            <ConfirmWithConsequence
              title={t('survey.close')}
              consequence={t('survey.closeConsequence')}
              confirm={t('survey.close')}
              onConfirm={() => close.mutateAsync({ params })}
            >
              {(ask) => (
                <Button size="compact-sm" variant="subtle" color="gray" onClick={ask}>
                  {t('survey.close')}
                </Button>
              )}
            </ConfirmWithConsequence>
          )
        ) : null}
      </Section>
    </li>
  );
}
