import { Button } from '@mantine/core';
import {
  Act,
  ConfirmWithConsequence,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  Section,
  toast,
  useFilters,
  useFormat,
  useGo,
  useParam,
  useRead,
  useToday,
  useVerb,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import { archiveScheme, getScheme, listSchemes } from '../contract.ts';
import { SchemeEditor } from './SchemeEditor.tsx';
import { SchemePeople } from './SchemePeople.tsx';
import { SchemeVersions } from './SchemeVersions.tsx';
import { TermsInWords } from './TermsInWords.tsx';
import { TryOnHistory } from './TryOnHistory.tsx';
import classes from './incentives.module.css';

export type SchemeCard = AnswerOf<typeof getScheme>;

/** One scheme: its terms in words, every version with author and approver, who is paid by it, the check on history. */
export default function SchemeScreen() {
  const schemeId = useParam('schemeId');
  const read = useRead(getScheme, { params: { schemeId } }, { keep: false });
  return <Loaded read={read}>{(scheme) => <Card scheme={scheme} />}</Loaded>;
}

function Card({ scheme }: { scheme: SchemeCard }) {
  const t = useWords('incentives');
  const format = useFormat();
  const today = useToday();
  const [filters, setFilters] = useFilters(paths.scheme);
  const { versions, can } = scheme;
  const draft = versions.find((version) => version.publishedAt === null);
  const current = versions.find((version) => version.publishedAt !== null && version.validFrom <= today);
  const shown =
    versions.find((version) => String(version.version) === filters.version) ?? current ?? versions[0];
  const base = draft ?? versions[0];
  if (filters.tab === 'edit' && can['scheme.draft'] === true && base) {
    return (
      <SchemeEditor
        scheme={{
          id: scheme.id,
          name: scheme.name,
          purpose: scheme.purpose,
          terms: base.terms,
          validFrom: base.validFrom,
        }}
        onCancel={() => setFilters({ tab: '' })}
      />
    );
  }
  return (
    <>
      <PageHeading
        above={<PageLink to={paths.rewards()}>{t('editor.back')}</PageLink>}
        title={t('scheme.title', { name: scheme.name })}
        answer={
          scheme.archivedAt
            ? t('scheme.archived', { day: format.when(scheme.archivedAt) })
            : (scheme.purpose ?? undefined)
        }
      />
      <div className={classes.actions}>
        <Act can={can['scheme.draft']} variant="default" onClick={() => setFilters({ tab: 'edit' })}>
          {t(draft ? 'scheme.edit' : 'scheme.next')}
        </Act>
        <PageLink to={paths.calculator({ view: 'history', a: scheme.id })}>{t('scheme.compare')}</PageLink>
        {scheme.archivedAt || scheme.assignments.length > 0 ? null : <Archive scheme={scheme} />}
      </div>
      {shown ? (
        <Section title={t('scheme.terms')} note={t('scheme.version', { version: shown.version })}>
          <TermsInWords terms={shown.terms} />
        </Section>
      ) : null}
      <SchemeVersions
        scheme={scheme}
        shown={shown?.version}
        onShow={(version) => setFilters({ version: String(version) })}
      />
      <SchemePeople scheme={scheme} />
      {shown ? <TryOnHistory key={shown.id} terms={shown.terms} /> : null}
    </>
  );
}

function Archive({ scheme }: { scheme: SchemeCard }) {
  const t = useWords('incentives');
  const go = useGo();
  const verb = useVerb(archiveScheme, { invalidates: [listSchemes, getScheme] });
  if (scheme.can['scheme.archive'] !== true) return null;
  return (
    <ConfirmWithConsequence
      title={t('scheme.archiveTitle')}
      consequence={t('scheme.archiveText')}
      confirm={t('scheme.archive')}
      onConfirm={async () => {
        await verb.mutateAsync({ params: { schemeId: scheme.id } });
        toast(t('scheme.archiveDone'));
        go(paths.rewards());
      }}
    >
      {(ask) => (
        <Button variant="subtle" color="gray" onClick={ask}>
          {t('scheme.archive')}
        </Button>
      )}
    </ConfirmWithConsequence>
  );
}
