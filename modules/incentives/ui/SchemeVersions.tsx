import { Button } from '@mantine/core';
import {
  Act,
  Badge,
  ConfirmWithConsequence,
  DataTable,
  paths,
  Section,
  toast,
  useFormat,
  useGo,
  useToday,
  useVerb,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import {
  discardSchemeDraft,
  getScheme,
  listSchemes,
  publishSchemeVersion,
  type SchemeVersion,
} from '../contract.ts';
import type { SchemeCard } from './SchemeScreen.tsx';
import classes from './incentives.module.css';

interface Props {
  readonly scheme: SchemeCard;
  readonly shown: number | undefined;
  readonly onShow: (version: number) => void;
}

const TONE = { now: 'accent', later: 'plain', isDraft: 'warn', past: 'faint' } as const;

/** Every version, newest first: who wrote it, who approved it, since when it holds. */
export function SchemeVersions({ scheme, shown, onShow }: Props) {
  const t = useWords('incentives');
  const today = useToday();
  const current = scheme.versions.find(
    (version) => version.publishedAt !== null && version.validFrom <= today,
  );
  const stateOf = (version: SchemeVersion): keyof typeof TONE => {
    if (version.publishedAt === null) return 'isDraft';
    if (version.id === current?.id) return 'now';
    return version.validFrom > today ? 'later' : 'past';
  };
  const nameOf = (name: string | null) => name ?? t('scheme.unknown');
  const columns: readonly Column<SchemeVersion>[] = [
    {
      id: 'version',
      title: t('rewards.version'),
      cell: (row) => (
        <span className={classes.inline}>
          {t('scheme.version', { version: row.version })}
          <Badge tone={TONE[stateOf(row)]}>{t(`scheme.${stateOf(row)}`)}</Badge>
        </span>
      ),
    },
    { id: 'from', title: t('scheme.from'), cell: (row) => <When value={row.validFrom} />, narrow: 'line' },
    {
      id: 'by',
      title: t('scheme.by'),
      cell: (row) => (
        <>
          {row.publishedAt === null || row.soleApprover
            ? t('scheme.wrote', { author: nameOf(row.author) })
            : t('scheme.approved', { author: nameOf(row.author), approver: nameOf(row.approver) })}
          {row.soleApprover ? <span className={classes.purpose}>{t('scheme.sole')}</span> : null}
          {row.note ? <span className={classes.purpose}>{t('scheme.note', { note: row.note })}</span> : null}
        </>
      ),
      narrow: 'bare',
    },
  ];
  const draft = scheme.versions.find((version) => version.publishedAt === null);
  return (
    <Section
      title={t('scheme.versions')}
      note={t('scheme.versionsNote')}
      actions={draft ? <DraftActions scheme={scheme} draft={draft} /> : null}
    >
      <DataTable
        label={t('scheme.versions')}
        columns={columns}
        rows={scheme.versions}
        rowKey={(row) => row.id}
        onOpen={(row) => onShow(row.version)}
        tone={(row) => (row.version === shown ? undefined : 'faint')}
      />
    </Section>
  );
}

function DraftActions({ scheme, draft }: { scheme: SchemeCard; draft: SchemeVersion }) {
  const t = useWords('incentives');
  const format = useFormat();
  const go = useGo();
  const invalidates = [getScheme, listSchemes];
  const publish = useVerb(publishSchemeVersion, { invalidates });
  const discard = useVerb(discardSchemeDraft, { invalidates });
  const isOnly = scheme.versions.length === 1;
  return (
    <>
      <ConfirmWithConsequence
        title={t('scheme.publishTitle', { version: draft.version })}
        consequence={t('scheme.publishText', { day: format.when(draft.validFrom) })}
        confirm={t('scheme.publish')}
        onConfirm={async () => {
          const { soleApprover } = await publish.mutateAsync({
            params: { schemeId: scheme.id, versionId: draft.id },
          });
          toast(t(soleApprover ? 'scheme.publishedSole' : 'scheme.published'));
        }}
      >
        {(ask) => (
          <Act can={scheme.can['scheme.publish']} onClick={ask}>
            {t('scheme.publish')}
          </Act>
        )}
      </ConfirmWithConsequence>
      {scheme.can['scheme.draft'] === true ? (
        <ConfirmWithConsequence
          title={t('scheme.discardTitle')}
          consequence={t('scheme.discardText')}
          confirm={t('scheme.discard')}
          risky
          onConfirm={async () => {
            await discard.mutateAsync({ params: { schemeId: scheme.id } });
            toast(t('scheme.discarded'));
            if (isOnly) go(paths.rewards());
          }}
        >
          {(ask) => (
            <Button variant="subtle" color="gray" onClick={ask}>
              {t('scheme.discard')}
            </Button>
          )}
        </ConfirmWithConsequence>
      ) : null}
    </>
  );
}
