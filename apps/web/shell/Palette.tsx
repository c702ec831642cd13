import '@mantine/spotlight/styles.layer.css';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { useGo, useWords } from '@mosty/ui-kit';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { usePaletteGroups } from './palette-groups.ts';
import classes from './Palette.module.css';

const [store, spotlight] = createSpotlight();

interface Props {
  /** `create` begins with what can be made. */
  readonly mode: 'palette' | 'create';
  readonly onClose: () => void;
  readonly onHelp: () => void;
}

/** Everything by name: pages, actions, and people and companies found by the server. */
export default function Palette({ mode, onClose, onHelp }: Props) {
  const t = useWords('shell');
  const go = useGo();
  const [query, setQuery] = useState('');
  const { groups, searching } = usePaletteGroups(query, mode, onHelp);
  useEffect(() => {
    spotlight.open();
    return () => spotlight.close();
  }, []);
  const nothing = groups.every(({ items }) => items.length === 0);
  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      classNames={{
        content: classes.content,
        search: classes.search,
        action: classes.action,
        actionsGroup: classes.group,
      }}
      centered={false}
      yOffset="11vh"
      scrollable
      maxHeight={440}
      size={600}
      radius="md"
      overlayProps={{ backgroundOpacity: 0.28, blur: 0 }}
      transitionProps={{ duration: 80 }}
    >
      <Spotlight.Search
        placeholder={t(mode === 'create' ? 'palette.createPlaceholder' : 'palette.placeholder')}
        aria-label={t('palette.open')}
        leftSection={<IconSearch size={18} stroke={1.6} />}
      />
      <Spotlight.ActionsList>
        {groups.map((group) =>
          group.items.length ? (
            <Spotlight.ActionsGroup key={group.id} label={group.label}>
              {group.items.map((item) => (
                <Spotlight.Action
                  key={item.id}
                  label={item.label}
                  description={item.hint}
                  onClick={() => (item.act ? item.act() : go(item.to))}
                />
              ))}
            </Spotlight.ActionsGroup>
          ) : null,
        )}
        {nothing ? (
          <Spotlight.Empty>{t(searching ? 'palette.searching' : 'palette.nothing')}</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
