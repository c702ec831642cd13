import { Button } from '@mantine/core';
import { Loaded, PageHeading, paths, Section, useFilters, useRead, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import { listTexts, type CompanyText } from '../contract.ts';
import { AcceptText } from './AcceptText.tsx';
import { TextForm } from './TextForm.tsx';
import { TextWords } from './TextWords.tsx';
import classes from './agreements.module.css';

/** The code of honour and the consent to the handling of data, as the company words them. */
export default function CompanyTexts() {
  const t = useWords('agreements');
  const read = useRead(listTexts, {});
  const [filters, set] = useFilters(paths.texts);
  const [accepting, setAccepting] = useState<CompanyText | null>(null);
  return (
    <>
      <PageHeading title={t('texts.title')} answer={t('texts.answer')} />
      <Loaded read={read}>
        {({ items, can }) => {
          const edited = items.find(({ kind }) => kind === filters.edit);
          return (
            <>
              {items.map((text) => (
                <Section
                  key={text.kind}
                  title={t(`texts.kind.${text.kind}`)}
                  actions={
                    can.publish ? (
                      <span className={classes.inline}>
                        {text.kind === 'code_of_honour' && !text.ours ? (
                          <Button size="compact-sm" onClick={() => setAccepting(text)}>
                            {t('texts.accept')}
                          </Button>
                        ) : null}
                        <Button size="compact-sm" variant="default" onClick={() => set({ edit: text.kind })}>
                          {t('texts.edit')}
                        </Button>
                      </span>
                    ) : null
                  }
                >
                  <TextWords text={text} />
                </Section>
              ))}
              {edited && can.publish ? <TextForm text={edited} onClose={() => set({ edit: '' })} /> : null}
              {accepting ? (
                <AcceptText text={accepting} by="ours" onClose={() => setAccepting(null)} />
              ) : null}
            </>
          );
        }}
      </Loaded>
    </>
  );
}
