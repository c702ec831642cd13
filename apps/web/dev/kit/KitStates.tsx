import { Button } from '@mantine/core';
import {
  ApiRefusal,
  EmptyState,
  ProgressPanel,
  RefusalNotice,
  Section,
  TableSkeleton,
  useLanguage,
} from '@mosty/ui-kit';

const TEXT = {
  ru: {
    empty: 'Пусто',
    title: 'Пока считать нечего',
    text: 'Первый партнёр почти всегда уже известен вашим клиентам. Спросите их: «Кого вы слушаете, когда выбираете?»',
    load: 'Загрузить файл',
    ask: 'Спросить клиентов',
    refusals: 'Отказы',
    long: 'Долгое дело',
    file: 'Загружаем «Продажи 2026.xlsx»',
    rows: 'Записано',
    same: 'Уже были',
    bad: 'С ошибкой',
    waiting: 'Ждём',
  },
  en: {
    empty: 'Empty',
    title: 'Nothing to count yet',
    text: 'The first partner is nearly always known to your clients already. Ask them: “Whom do you listen to when you choose?”',
    load: 'Load a file',
    ask: 'Ask clients',
    refusals: 'Refusals',
    long: 'A long operation',
    file: 'Loading “Sales 2026.xlsx”',
    rows: 'Recorded',
    same: 'Known already',
    bad: 'With an error',
    waiting: 'Waiting',
  },
};

export function KitStates() {
  const t = TEXT[useLanguage()];
  return (
    <>
      <Section title={t.long}>
        <ProgressPanel
          title={t.file}
          done={312_480}
          total={525_461}
          state="running"
          counts={[
            { label: t.rows, value: '309 115' },
            { label: t.same, value: '240' },
            { label: t.bad, value: '3 125' },
          ]}
        />
      </Section>
      <Section title={t.empty}>
        <EmptyState
          title={t.title}
          actions={
            <>
              <Button>{t.load}</Button>
              <Button variant="default">{t.ask}</Button>
            </>
          }
        >
          {t.text}
        </EmptyState>
      </Section>
      <Section title={t.refusals}>
        <div style={{ display: 'grid', gap: 12 }}>
          {(['not_permitted', 'conflict', 'not_found'] as const).map((kind) => (
            <RefusalNotice key={kind} refusal={new ApiRefusal({ kind, code: `x.${kind}`, status: 400 })} />
          ))}
          <RefusalNotice
            refusal={new ApiRefusal({ kind: 'fault', code: 'kit.fault', status: 500, faultId: '7f3a90c1' })}
            onRetry={() => undefined}
          />
        </div>
      </Section>
      <Section title={t.waiting}>
        <TableSkeleton rows={4} columns={5} />
      </Section>
    </>
  );
}
