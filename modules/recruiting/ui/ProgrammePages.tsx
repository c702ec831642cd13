import { Button } from '@mantine/core';
import { Badge, CopyText, Loaded, paths, Section, useMay, useRead, useWords } from '@mosty/ui-kit';
import { listProgrammes } from '../contract/programme.ts';
import { EditProgramme } from './EditProgramme.tsx';
import classes from './programme.module.css';

/** Pages by which strangers apply: their addresses, and what they say. */
export function ProgrammePages({ edit, onEdit }: { edit: string; onEdit: (slug: string) => void }) {
  const t = useWords('recruiting');
  const may = useMay('programme.write');
  const read = useRead(listProgrammes, {});
  return (
    <Section
      title={t('programme.pages')}
      note={t('programme.pagesNote')}
      actions={
        may ? (
          <Button variant="default" onClick={() => onEdit('new')}>
            {t('programme.write')}
          </Button>
        ) : null
      }
    >
      <Loaded read={read}>
        {({ items }) => (
          <>
            {items.length === 0 ? <p className={classes.text}>{t('programme.noPages')}</p> : null}
            <ul className={classes.plain}>
              {items.map((one) => (
                <li key={one.id} className={classes.line}>
                  <strong>{(one.words.ru ?? one.words.en)?.title}</strong>
                  {one.isOpen ? (
                    <CopyText
                      label={t('programme.address')}
                      text={`${window.location.origin}${paths.programme({ slug: one.slug })}`}
                    />
                  ) : (
                    <Badge tone="faint">{t('programme.closed')}</Badge>
                  )}
                  {may ? (
                    <Button size="compact-sm" variant="subtle" onClick={() => onEdit(one.slug)}>
                      {t('programme.change')}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
            {edit && may ? (
              <EditProgramme
                key={edit}
                programme={items.find(({ slug }) => slug === edit) ?? null}
                onClose={() => onEdit('')}
              />
            ) : null}
          </>
        )}
      </Loaded>
    </Section>
  );
}
