import { Button } from '@mantine/core';
import {
  ConfirmWithConsequence,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  Section,
  toast,
  useFilters,
  useFormat,
  useMay,
  useRead,
  useVerb,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import { discardPolicyDraft, getPolicy, publishPolicy } from '../contract.ts';
import { RulesEditor } from './RulesEditor.tsx';
import { RulesInWords } from './RulesInWords.tsx';
import { RulesPreview } from './RulesPreview.tsx';
import { RulesVersions } from './RulesVersions.tsx';
import classes from './attribution.module.css';

export type Rules = AnswerOf<typeof getPolicy>;

/** The rules of «кто привёл»: in force, proposed, every version; what a change would change is shown before it acts. */
export default function RulesScreen() {
  const t = useWords('attribution');
  const [filters, set] = useFilters(paths.attributionRules);
  const mayDraft = useMay('policy.draft');
  const read = useRead(getPolicy, {});
  return (
    <Loaded read={read}>
      {(rules) => (
        <>
          <PageHeading
            above={<PageLink to={paths.claims()}>{t('claims.title')}</PageLink>}
            title={t('rules.title')}
            answer={t('rules.answer')}
            actions={
              mayDraft && !filters.edit ? (
                <Button variant="default" onClick={() => set({ edit: '1' })}>
                  {t('rules.edit')}
                </Button>
              ) : null
            }
          />
          {filters.edit ? (
            <RulesEditor rules={rules} onClose={() => set({ edit: '' })} />
          ) : (
            <>
              {rules.draft ? <Draft rules={rules} draft={rules.draft} /> : null}
              <InForce rules={rules} />
              <RulesVersions versions={rules.versions} />
            </>
          )}
        </>
      )}
    </Loaded>
  );
}

function InForce({ rules: { current } }: { rules: Rules }) {
  const t = useWords('attribution');
  const format = useFormat();
  return (
    <Section
      title={t('rules.inForce', { number: current.number })}
      note={
        current.publishedAt === null
          ? t('rules.shipped')
          : t('rules.since', { when: format.when(current.publishedAt) })
      }
    >
      <RulesInWords policy={current.body} />
    </Section>
  );
}

function Draft({ rules, draft }: { rules: Rules; draft: NonNullable<Rules['draft']> }) {
  const t = useWords('attribution');
  const mayPublish = useMay('policy.publish');
  const mayDraft = useMay('policy.draft');
  const publish = useVerb(publishPolicy, { invalidates: [getPolicy] });
  const discard = useVerb(discardPolicyDraft, { invalidates: [getPolicy] });
  return (
    <>
      <Section
        title={t('rules.draft')}
        note={t('rules.draftBy', { author: draft.author ?? t('rules.unknown'), reason: draft.reason })}
        actions={
          <span className={classes.links}>
            {mayPublish ? (
              <ConfirmWithConsequence
                title={t('rules.publishTitle', { number: rules.current.number + 1 })}
                consequence={t('rules.publishText')}
                confirm={t('rules.publish')}
                onConfirm={async () => {
                  const { soleApprover } = await publish.mutateAsync({});
                  toast(t(soleApprover ? 'rules.publishedSole' : 'rules.published'));
                }}
              >
                {(ask) => <Button onClick={ask}>{t('rules.publish')}</Button>}
              </ConfirmWithConsequence>
            ) : null}
            {mayDraft ? (
              <ConfirmWithConsequence
                title={t('rules.discardTitle')}
                consequence={t('rules.discardText')}
                confirm={t('rules.discard')}
                risky
                onConfirm={async () => {
                  await discard.mutateAsync({});
                  toast(t('rules.discarded'));
                }}
              >
                {(ask) => (
                  <Button variant="subtle" color="gray" onClick={ask}>
                    {t('rules.discard')}
                  </Button>
                )}
              </ConfirmWithConsequence>
            ) : null}
          </span>
        }
      >
        <RulesInWords policy={draft.body} />
      </Section>
      <RulesPreview policy={draft.body} />
    </>
  );
}
