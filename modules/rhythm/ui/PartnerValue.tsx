import { Button } from '@mantine/core';
import { Loaded, Money, Section, useMay, useRead, useWords, When } from '@mosty/ui-kit';
import { useState } from 'react';
import { readValue, type NextStep } from '../contract.ts';
import { RecordValue } from './RecordValue.tsx';
import classes from './rhythm.module.css';

/** What was given and received without money, and how the partner was thanked (S1.40, S1.65). */
export function PartnerValue({ partner }: { partner: NextStep['partner'] }) {
  const t = useWords('rhythm');
  const mayWrite = useMay('week.write');
  const [recording, setRecording] = useState<'exchange' | 'thanks' | null>(null);
  const read = useRead(readValue, { params: { partnerId: partner.id } });
  return (
    <Section
      title={t('card.value')}
      note={t('card.valueNote')}
      actions={
        mayWrite ? (
          <>
            <Button variant="default" onClick={() => setRecording('exchange')}>
              {t('card.addExchange')}
            </Button>
            <Button variant="default" onClick={() => setRecording('thanks')}>
              {t('card.thank')}
            </Button>
          </>
        ) : null
      }
    >
      <Loaded read={read}>
        {({ exchanges, recognitions, breadth }) => (
          <>
            <p className={classes.soft}>{t('card.breadth', { count: breadth })}</p>
            <ul className={classes.lines}>
              {exchanges.slice(0, 5).map((one) => (
                <li key={one.id} className={classes.line}>
                  <span>
                    <b>{t(`value.${one.direction}`)}:</b> {one.text}{' '}
                    <span className={classes.faint}>{t(`value.kinds.${one.kind}`)}</span>
                  </span>
                  <span className={classes.faint}>
                    {one.estimateMinor === null ? null : (
                      <>
                        ≈ <Money minor={one.estimateMinor} currency={one.currency} />{' '}
                      </>
                    )}
                    <When value={one.onDay} />
                  </span>
                </li>
              ))}
              {recognitions.slice(0, 5).map((one) => (
                <li key={one.id} className={classes.line}>
                  <span>
                    <b>{t(`value.thanks.${one.kind}`)}:</b> {one.text}
                  </span>
                  <When value={one.onDay} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      {recording ? (
        <RecordValue
          key={recording}
          what={recording}
          partnerId={partner.id}
          onClose={() => setRecording(null)}
        />
      ) : null}
    </Section>
  );
}
