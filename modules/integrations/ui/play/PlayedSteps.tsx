import { ExplanationSteps } from '@mosty/incentives/parts';
import { paths, Section, useFormat, useWords } from '@mosty/ui-kit';
import type { Play } from '../PlayScreen.tsx';
import { PlayedDecision } from './PlayedDecision.tsx';
import { PlayedEntries } from './PlayedEntries.tsx';
import { PlayStep } from './PlayStep.tsx';
import classes from './play.module.css';

/** What stands in the books, read back; right after the play it appears step by step. */
export function PlayedSteps({ play, isFresh }: { play: Play; isFresh: boolean }) {
  const t = useWords('integrations');
  const { money } = useFormat();
  const { partner, link, client, sale } = play;
  return (
    <Section title={t('play.steps')}>
      <ol className={classes.stage} data-fresh={isFresh || undefined}>
        <PlayStep
          step="click"
          at={play.click?.at}
          says={t('play.said.click', { key: link.key, partner: partner.name })}
          to={paths.links({ open: link.id })}
        >
          {t('play.why.click')}
        </PlayStep>
        <PlayStep
          step="lead"
          at={play.lead?.at}
          says={t('play.said.lead', { client: client.name })}
          to={paths.client({ clientId: client.id })}
        >
          {t('play.why.lead')}
        </PlayStep>
        <PlayStep
          step="sale"
          at={sale.occurredAt}
          says={t('play.said.sale', {
            client: client.name,
            amount: money(sale.amountMinor, { currency: sale.currency }),
            number: sale.externalId,
          })}
          to={paths.sale({ saleId: sale.id })}
        >
          {t('play.why.sale')}
        </PlayStep>
        <PlayedDecision saleId={sale.id} decision={play.decision} />
        <Accrued accruals={play.accruals} />
        <PlayStep
          step="ledger"
          says={t(play.ledger.length > 0 ? 'play.said.ledger' : 'play.said.noLedger')}
          to={paths.ledger({ partner: partner.id })}
        >
          {play.ledger.length > 0 ? <PlayedEntries movements={play.ledger} /> : null}
        </PlayStep>
      </ol>
    </Section>
  );
}

function Accrued({ accruals }: { accruals: Play['accruals'] }) {
  const t = useWords('integrations');
  const { money, when } = useFormat();
  if (accruals.length === 0) return <PlayStep step="accrual" says={t('play.said.noAccrual')} />;
  return accruals.map(({ id, partnerName, schemeName, amountMinor, currency, lines, maturesOn }) => (
    <PlayStep
      key={id}
      step="accrual"
      says={t(amountMinor === 0 ? 'play.said.nothing' : 'play.said.accrual', {
        partner: partnerName,
        amount: money(amountMinor, { currency }),
        scheme: schemeName ?? '',
      })}
      to={paths.accrual({ accrualId: id })}
    >
      <p>{t('play.why.accrual')}</p>
      <ExplanationSteps lines={lines} currency={currency} />
      {amountMinor === 0 ? null : <p>{t('play.why.matures', { day: when(maturesOn) })}</p>}
    </PlayStep>
  ));
}
