import { Checkbox, Select, TextInput } from '@mantine/core';
import { useWords } from '@mosty/ui-kit';
import { CREDIT_LINKS, CREDIT_SIGNS, FIELDS, type Mapping } from '../contract.ts';
import classes from './integrations.module.css';
import { withConstant } from './mapping-edit.ts';

interface Props {
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** What no column says: one value for all rows, invoices of many lines, what is a return. */
export function MappingRules({ mapping, onChange }: Props) {
  const t = useWords('integrations');
  const money = mapping.kind === 'sales' || mapping.kind === 'refunds';
  const unsaid = FIELDS[mapping.kind].filter(
    (field) =>
      mapping.columns[field.name] === undefined && (field.type === 'currency' || field.type === 'choice'),
  );
  const change = (part: Partial<Mapping>): void => onChange({ ...mapping, ...part });
  return (
    <div className={classes.rules}>
      <TextInput
        label={t('rules.source')}
        description={t('rules.sourceNote')}
        value={mapping.source}
        maxLength={60}
        onChange={(event) => change({ source: event.currentTarget.value })}
      />
      {unsaid.map((field) =>
        field.choices ? (
          <Select
            key={field.name}
            label={t('rules.forAll', { field: t(`field.${field.name}`) })}
            description={t('rules.forAllNote')}
            placeholder={t('rules.unsaid')}
            data={field.choices.map((value) => ({ value, label: t(`choice.${field.name}.${value}`) }))}
            value={mapping.constants[field.name] ?? null}
            clearable
            onChange={(value) => onChange(withConstant(mapping, field.name, value ?? ''))}
          />
        ) : (
          <TextInput
            key={field.name}
            label={t('rules.forAll', { field: t(`field.${field.name}`) })}
            description={t('rules.currencyNote')}
            value={mapping.constants[field.name] ?? ''}
            maxLength={3}
            onChange={(event) =>
              onChange(withConstant(mapping, field.name, event.currentTarget.value.toUpperCase()))
            }
          />
        ),
      )}
      {money ? (
        <>
          <Checkbox
            className={classes.wide}
            label={t('rules.grouping')}
            description={t('rules.groupingNote')}
            checked={mapping.grouping !== null}
            onChange={(event) =>
              change({ grouping: event.currentTarget.checked ? { badLine: 'hold' } : null })
            }
          />
          {mapping.grouping ? (
            <Select
              label={t('rules.badLine')}
              data={[
                { value: 'hold', label: t('rules.hold') },
                { value: 'leave_out', label: t('rules.leaveOut') },
              ]}
              value={mapping.grouping.badLine}
              allowDeselect={false}
              onChange={(value) =>
                change({ grouping: { badLine: value === 'leave_out' ? 'leave_out' : 'hold' } })
              }
            />
          ) : null}
          <Select
            label={t('rules.creditLink')}
            description={mapping.creditLink === 'auto' ? t('rules.creditLinkNote') : undefined}
            data={CREDIT_LINKS.map((value) => ({ value, label: t(`rules.link.${value}`) }))}
            value={mapping.creditLink}
            allowDeselect={false}
            onChange={(value) =>
              change({ creditLink: CREDIT_LINKS.find((link) => link === value) ?? 'auto' })
            }
          />
          <Select
            label={t('rules.creditSign')}
            data={CREDIT_SIGNS.map((value) => ({ value, label: t(`rules.sign.${value}`) }))}
            value={mapping.creditSign}
            allowDeselect={false}
            onChange={(value) => change({ creditSign: CREDIT_SIGNS.find((sign) => sign === value) ?? 'any' })}
          />
        </>
      ) : null}
    </div>
  );
}
