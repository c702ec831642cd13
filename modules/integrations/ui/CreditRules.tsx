import { Button, Checkbox, Select, TagsInput, TextInput } from '@mantine/core';
import { useWords } from '@mosty/ui-kit';
import { FIELDS, type CreditRule, type Mapping } from '../contract.ts';
import classes from './integrations.module.css';

interface Props {
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

type FieldRule = Exclude<CreditRule, { negativeTotal: true }>;

const RULES_MAX = 10;
const isOfTotal = (rule: CreditRule): rule is { negativeTotal: true } => 'negativeTotal' in rule;

/** By what a row is known as a refund: its sign, or a mark in one of its columns. */
export function CreditRules({ mapping, onChange }: Props) {
  const t = useWords('integrations');
  const rules = mapping.credits.filter((rule): rule is FieldRule => !isOfTotal(rule));
  const byTotal = mapping.credits.some(isOfTotal);
  const fields = FIELDS[mapping.kind].filter(
    (field) => field.type === 'text' && mapping.columns[field.name] !== undefined,
  );
  const set = (next: readonly FieldRule[], total: boolean): void =>
    onChange({ ...mapping, credits: [...next, ...(total ? [{ negativeTotal: true } as const] : [])] });
  const first = fields.find((field) => field.name === 'type') ?? fields[0];
  return (
    <fieldset className={classes.words}>
      <legend className={classes.column}>{t('credits.title')}</legend>
      <p className={classes.soft}>{t('credits.note')}</p>
      <Checkbox
        label={t('credits.negativeTotal')}
        description={t('credits.negativeTotalNote')}
        checked={byTotal}
        onChange={(event) => set(rules, event.currentTarget.checked)}
      />
      {rules.map((rule, place) => (
        <Rule
          // Rules have no name of their own; they are few and are only added at the end.
          key={place}
          rule={rule}
          fields={fields.map((field) => ({ value: field.name, label: t(`field.${field.name}`) }))}
          onChange={(changed) =>
            set(
              rules.map((other, index) => (index === place ? changed : other)),
              byTotal,
            )
          }
          onRemove={() =>
            set(
              rules.filter((_other, index) => index !== place),
              byTotal,
            )
          }
        />
      ))}
      {first && mapping.credits.length < RULES_MAX ? (
        <div>
          <Button
            variant="default"
            onClick={() => set([...rules, { field: first.name, oneOf: [] }], byTotal)}
          >
            {t('credits.add')}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}

interface RuleProps {
  readonly rule: FieldRule;
  readonly fields: { readonly value: string; readonly label: string }[];
  readonly onChange: (rule: FieldRule) => void;
  readonly onRemove: () => void;
}

const WAYS = ['startsWith', 'oneOf'] as const;

function Rule({ rule, fields, onChange, onRemove }: RuleProps) {
  const t = useWords('integrations');
  const way = 'startsWith' in rule ? 'startsWith' : 'oneOf';
  const text = 'startsWith' in rule ? rule.startsWith : (rule.oneOf[0] ?? '');
  const { field } = rule;
  return (
    <div className={classes.row}>
      <Select
        label={t('credits.field')}
        data={fields}
        value={field}
        allowDeselect={false}
        onChange={(value) => value && onChange({ ...rule, field: value })}
      />
      <Select
        label={t('credits.way')}
        data={WAYS.map((value) => ({ value, label: t(`credits.${value}`) }))}
        value={way}
        allowDeselect={false}
        onChange={(value) =>
          onChange(
            value === 'oneOf'
              ? { field, oneOf: text === '' ? [] : [text] }
              : { field, startsWith: text.slice(0, 50) },
          )
        }
      />
      {'startsWith' in rule ? (
        <TextInput
          label={t('credits.text')}
          value={rule.startsWith}
          maxLength={50}
          onChange={(event) => onChange({ field, startsWith: event.currentTarget.value })}
        />
      ) : (
        <TagsInput
          label={t('credits.words')}
          value={rule.oneOf}
          maxTags={50}
          onChange={(oneOf) => onChange({ field, oneOf })}
        />
      )}
      <Button variant="subtle" onClick={onRemove}>
        {t('credits.remove')}
      </Button>
    </div>
  );
}
