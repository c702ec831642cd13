import { Badge, Faces, PromiseColumns, Section, ShareLine, Timeline, useLanguage } from '@mosty/ui-kit';

const SHARES = [null, 0, 12, 28, 41, 66, 73, 92, 104, 131, 125, 158, 171, 196, 188, 214, 229, 235];
const POINTS = SHARES.map((share, place) => {
  const index = 2025 * 12 + 5 + place;
  return {
    month: `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
    sharePpm: share === null ? null : share * 1000,
  };
});

const TEXT = {
  ru: {
    faces: 'Лица',
    ours: 'С нашей стороны',
    theirs: 'С их стороны',
    head: 'Руководитель ОПП',
    care: 'ведёт каждый день',
    owner: 'отвечает за договор',
    tech: 'внедряет',
    promises: 'Что мы обещали друг другу',
    p1: 'Отвечаем на заявку за один рабочий день',
    p2: 'Материалы к вебинару',
    p3: 'Два знакомства в месяц с оптовиками от 50 млн ₽',
    p4: 'Не обещать клиенту скидку без нашего слова',
    p5: 'Кейс «Склад на Каширке»',
    history: 'Что было',
    h1: 'Первая сделка: «Склад на Каширке», 186 000 ₽',
    h2: 'Подписали взаимные ожидания, версия 2',
    h3: 'Возврат по «Полезной лавке»',
    h3n: 'Удержали 12 480 ₽ из следующей выплаты',
    share: 'Доля партнёрских продаж в выручке',
    states: 'Значки',
    due: 'к выплате',
    hold: 'на проверке',
    late: 'просрочено',
    off: 'завершено',
    plain: 'черновик',
  },
  en: {
    faces: 'Faces',
    ours: 'On our side',
    theirs: 'On their side',
    head: 'Head of partner sales',
    care: 'looks after them daily',
    owner: 'answers for the agreement',
    tech: 'implements',
    promises: 'What we promised each other',
    p1: 'We answer a lead within one working day',
    p2: 'Materials for the webinar',
    p3: 'Two introductions a month to wholesalers above ₽50m',
    p4: 'No discount promised without our word',
    p5: 'The “Kashirka warehouse” case',
    history: 'What happened',
    h1: 'First sale: “Kashirka warehouse”, ₽186,000',
    h2: 'Mutual expectations signed, version 2',
    h3: 'Refund of “Useful shop”',
    h3n: '₽12,480 kept from the next payout',
    share: 'Share of partner sales in revenue',
    states: 'Badges',
    due: 'due',
    hold: 'on hold',
    late: 'overdue',
    off: 'over',
    plain: 'draft',
  },
};

export function KitPeople() {
  const t = TEXT[useLanguage()];
  return (
    <>
      <Section title={t.share}>
        <ShareLine label={t.share} points={POINTS} />
      </Section>
      <Section title={t.faces}>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: '24px 64px' }}>
          <Faces
            label={t.ours}
            people={[
              { id: '1', name: 'Павел Ершов', note: t.head },
              { id: '2', name: 'Мария Лунёва', note: t.care },
            ]}
          />
          <Faces
            label={t.theirs}
            people={[
              { id: '3', name: 'Руслан Вахитов', note: t.owner },
              { id: '4', name: 'Ёлкина Анна', note: t.tech },
            ]}
          />
        </div>
      </Section>
      <Section title={t.promises}>
        <PromiseColumns
          ours={[
            { id: '1', text: t.p1, state: 'kept', due: '2026-10-01' },
            { id: '2', text: t.p2, state: 'missed', due: '2026-11-12' },
          ]}
          theirs={[
            { id: '3', text: t.p3, state: 'open', due: '2026-11-30' },
            { id: '4', text: t.p4, state: 'open' },
            { id: '5', text: t.p5, state: 'cancelled', due: '2026-09-15' },
          ]}
        />
      </Section>
      <Section title={t.history}>
        <Timeline
          items={[
            { id: '1', at: '2026-11-18T09:12:00Z', title: t.h1, tone: 'accent' },
            { id: '2', at: '2026-11-03T12:00:00Z', title: t.h3, note: t.h3n, tone: 'warn' },
            { id: '3', at: '2026-09-01', title: t.h2 },
          ]}
        />
      </Section>
      <Section title={t.states}>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
          <Badge tone="accent">{t.due}</Badge>
          <Badge tone="warn">{t.hold}</Badge>
          <Badge tone="risk">{t.late}</Badge>
          <Badge>{t.plain}</Badge>
          <Badge tone="faint">{t.off}</Badge>
        </div>
      </Section>
    </>
  );
}
