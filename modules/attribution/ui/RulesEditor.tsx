import { Button, NumberInput, Textarea } from '@mantine/core';
import { RefusalNotice, Section, toast, useVerb, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import { draftPolicy, getPolicy, type Policy } from '../contract.ts';
import { RuleFields } from './RuleFields.tsx';
import { RulesPreview } from './RulesPreview.tsx';
import type { Rules } from './RulesScreen.tsx';
import type { RuleBody } from './rule-sentence.ts';
import classes from './attribution.module.css';

const DEFAULTS: readonly RuleBody[] = [
  { rule: 'explicit_partner' },
  { rule: 'deal', bypass: 'credits_registered' },
  { rule: 'code', yieldsToTouches: false },
  { rule: 'touches', windowDays: 90, sharing: { model: 'last' } },
  { rule: 'keeper', forDays: null },
];

/** Other rules, tried on history as they are changed, and saved as a draft for somebody else to put in force. */
export function RulesEditor({ rules, onClose }: { rules: Rules; onClose: () => void }) {
  const t = useWords('attribution');
  const verb = useVerb(draftPolicy, { invalidates: [getPolicy] });
  const [policy, setPolicy] = useState<Policy>(rules.draft?.body ?? rules.current.body);
  const [reason, setReason] = useState(rules.draft?.reason ?? '');
  const [tried, setTried] = useState(false);
  const isShort = tried && reason.trim().length < 3;
  const setRules = (next: readonly RuleBody[]) => setPolicy({ ...policy, rules: [...next] });
  const silent = DEFAULTS.filter((one) => policy.rules.every(({ rule }) => rule !== one.rule));
  const claimDays = (name: 'windowDays' | 'answerDays') => (value: string | number) => {
    const days = Math.round(Number(value));
    if (days >= 1) setPolicy({ ...policy, claims: { ...policy.claims, [name]: days } });
  };
  const save = async () => {
    setTried(true);
    if (reason.trim().length < 3) return;
    await verb.mutateAsync({ body: { body: policy, reason: reason.trim() } }).then(
      () => {
        toast(t('rules.saved'));
        onClose();
      },
      () => undefined,
    );
  };
  return (
    <>
      <Section title={t('rules.order')} note={t('rules.orderNote')}>
        <ol className={classes.rules}>
          {policy.rules.map((rule, place) => (
            <RuleFields
              key={rule.rule}
              rule={rule}
              place={place}
              of={policy.rules.length}
              onChange={(next) => setRules(policy.rules.map((one, at) => (at === place ? next : one)))}
              onMove={(by) => setRules(moved(policy.rules, place, by))}
              onRemove={() => setRules(policy.rules.filter((_one, at) => at !== place))}
            />
          ))}
        </ol>
        <div className={classes.links}>
          {silent.map((one) => (
            <Button
              key={one.rule}
              variant="default"
              size="xs"
              onClick={() => setRules([...policy.rules, one])}
            >
              {t('rules.add', { rule: t(`rule.${one.rule}`) })}
            </Button>
          ))}
        </div>
        <div className={classes.fields}>
          <NumberInput
            label={t('rules.windowDays')}
            min={1}
            max={365}
            value={policy.claims.windowDays}
            onChange={claimDays('windowDays')}
          />
          <NumberInput
            label={t('rules.answerDays')}
            min={1}
            max={60}
            value={policy.claims.answerDays}
            onChange={claimDays('answerDays')}
          />
        </div>
      </Section>
      <RulesPreview policy={policy} />
      <div className={classes.form}>
        <Textarea
          className={classes.wide}
          label={t('rules.reason')}
          autosize
          minRows={2}
          value={reason}
          error={isShort ? t('rules.needReason') : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {verb.error ? <RefusalNotice refusal={verb.error} /> : null}
        <span className={classes.links}>
          <Button loading={verb.isPending} onClick={() => void save()}>
            {t('rules.save')}
          </Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('rules.cancel')}
          </Button>
        </span>
      </div>
    </>
  );
}

function moved(rules: readonly RuleBody[], place: number, by: -1 | 1): RuleBody[] {
  const to = place + by;
  const [one, other] = [rules[place], rules[to]];
  if (!one || !other) return [...rules];
  return rules.map((rule, at) => (at === place ? other : at === to ? one : rule));
}
