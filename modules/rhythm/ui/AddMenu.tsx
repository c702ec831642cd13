import { Button, Menu } from '@mantine/core';
import { useMay, useWords } from '@mosty/ui-kit';
import { IconChevronDown } from '@tabler/icons-react';

export const ADDED = ['plan', 'publication', 'session', 'effort'] as const;
export type Added = (typeof ADDED)[number];

const RIGHT: Readonly<Record<Added, string>> = {
  plan: 'plan.write',
  publication: 'plan.write',
  session: 'week.write',
  effort: 'week.write',
};

/** What a person writes into the calendar by hand. */
export function AddMenu({ onAdd, isQuiet = false }: { onAdd: (what: Added) => void; isQuiet?: boolean }) {
  const t = useWords('rhythm');
  const may = { plan: useMay(RIGHT.plan), week: useMay(RIGHT.session) };
  const open = ADDED.filter((what) => (RIGHT[what] === 'plan.write' ? may.plan : may.week));
  if (open.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          {...(isQuiet ? { variant: 'default' } : {})}
          rightSection={<IconChevronDown size={16} stroke={1.6} />}
        >
          {t('actions.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {open.map((what) => (
          <Menu.Item key={what} onClick={() => onAdd(what)}>
            {t(`add.${what}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
