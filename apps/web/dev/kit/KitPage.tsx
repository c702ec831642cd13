import { Button } from '@mantine/core';
import {
  Answer,
  Figures,
  Money,
  NumberOpens,
  PageHeading,
  Percent,
  Section,
  Sentence,
  useFormat,
  useLanguage,
} from '@mosty/ui-kit';
import { KitForms } from './KitForms.tsx';
import { KitPeople } from './KitPeople.tsx';
import { KitStates } from './KitStates.tsx';
import { KitTable } from './KitTable.tsx';
import { ROWS } from './rows.ts';

const TEXT = {
  ru: {
    title: 'Кому мы должны и когда заплатим',
    answer:
      'Должны <sum/> восьми партнёрам, из них <hold/> на проверке. Ближайшая выплата – <b>{{date}}</b>.',
    conclusion:
      'Канал зарабатывает, но держится на троих: они дают 68 % выручки. Остальные 37 – пока обещания.',
    by: 'По правилу «концентрация», версия 2: первые 20 % партнёров дают больше 60 %.',
    pay: 'Собрать выплату',
    more: 'Сверить',
    owed: 'Должны сегодня',
    hold: 'На проверке',
    late: 'Просрочено',
    share: 'Доля в выручке',
    gap: '3 платежа без сделки не вошли.',
    rule: 'Все начисления со статусом «к выплате» на конец дня',
  },
  en: {
    title: 'Whom we owe and when we pay',
    answer: 'We owe <sum/> to eight partners, <hold/> of it on hold. The next payout is on <b>{{date}}</b>.',
    conclusion:
      'The channel earns, but rests on three: they give 68 % of revenue. The other 37 are still promises.',
    by: 'By the rule “concentration”, version 2: the first 20 % of partners give more than 60 %.',
    pay: 'Prepare a payout',
    more: 'Reconcile',
    owed: 'Owed today',
    hold: 'On hold',
    late: 'Overdue',
    share: 'Share of revenue',
    gap: '3 payments without a deal are left out.',
    rule: 'Every accrual due at the end of the day',
  },
};

export function KitPage() {
  const language = useLanguage();
  const f = useFormat();
  const t = TEXT[language];
  const proof = {
    rule: { text: t.rule, version: 3, to: '/rewards' },
    window: { from: '2026-11-01', to: '2026-12-01' },
    n: 41,
    gaps: [t.gap],
  };
  const opens = (minor: number, title: string, estimate = false) => (
    <NumberOpens
      title={title}
      proof={{ ...proof, estimate }}
      rows={() => <KitTable rows={ROWS.slice(0, 4)} />}
    >
      <Money minor={minor} precision="whole" />
    </NumberOpens>
  );
  return (
    <>
      <PageHeading
        title={t.title}
        answer={
          <Sentence
            text={t.answer.replace('{{date}}', f.when('2026-12-05'))}
            parts={{ sum: opens(46_100_050, t.owed), hold: opens(8_640_000, t.hold) }}
          />
        }
        actions={
          <>
            <Button variant="default">{t.more}</Button>
            <Button>{t.pay}</Button>
          </>
        }
      />
      <Figures
        items={[
          { label: t.owed, value: opens(46_100_050, t.owed), note: f.when('2026-11-21') },
          { label: t.hold, value: opens(8_640_000, t.hold, true) },
          { label: t.late, value: <Money minor={-1_248_000} tone="risk" /> },
          { label: t.share, value: <Percent ppm={235_000} />, note: '10 – 30 %' },
        ]}
      />
      <Section>
        <div style={{ marginTop: 28 }}>
          <Answer note={t.by}>{t.conclusion}</Answer>
        </div>
      </Section>
      <Section title={language === 'ru' ? 'Начисления' : 'Accruals'}>
        <KitTable rows={ROWS} filters />
      </Section>
      <KitPeople />
      <KitForms />
      <KitStates />
    </>
  );
}
