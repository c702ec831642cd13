import {
  Act,
  ConfirmWithConsequence,
  Loaded,
  Section,
  toast,
  useFormat,
  useMay,
  useRead,
  useVerb,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import { giveWaiverOperation, readOwnWaivers } from '../../contract.ts';

/** The partner that leaves sees what it is owed, and may give it up by its own word (S0.66). */
export function OwnWaiver() {
  return useMay('waiver.give') ? <Rest /> : null;
}

function Rest() {
  const t = useWords('payouts');
  const format = useFormat();
  const read = useRead(readOwnWaivers, {});
  return (
    <Loaded read={read}>
      {({ open, given, can }) =>
        given.length === 0 && (open.length === 0 || can['give'] !== true) ? null : (
          <Section title={t('waivers.own.title')}>
            {given.map(({ currency, amountMinor, at }) => (
              <p key={at}>
                {t('waivers.own.given', {
                  day: format.when(at),
                  sum: format.money(amountMinor, { currency }),
                })}
              </p>
            ))}
            {can['give'] === true
              ? open.map((one) => <Owed key={one.currency} open={one} can={can['give']} />)
              : null}
          </Section>
        )
      }
    </Loaded>
  );
}

interface Props {
  readonly open: AnswerOf<typeof readOwnWaivers>['open'][number];
  readonly can: AnswerOf<typeof readOwnWaivers>['can'][string] | undefined;
}

function Owed({ open: { currency, amountMinor }, can }: Props) {
  const t = useWords('payouts');
  const sum = useFormat().money(amountMinor, { currency });
  const verb = useVerb(giveWaiverOperation, {
    invalidates: [readOwnWaivers],
    onDone: () => toast(t('waivers.own.done')),
  });
  return (
    <>
      <p>
        <strong>{t('waivers.own.owed', { sum })}</strong> {t('waivers.own.pay')}
      </p>
      <ConfirmWithConsequence
        title={t('waivers.own.give')}
        consequence={t('waivers.own.giveText', { sum })}
        confirm={t('waivers.own.give')}
        risky
        onConfirm={() => verb.mutateAsync({ body: { currency, amountMinor } })}
      >
        {(ask) => (
          <Act can={can} variant="default" onClick={ask}>
            {t('waivers.own.give')}
          </Act>
        )}
      </ConfirmWithConsequence>
    </>
  );
}
