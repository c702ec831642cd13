export const stopMeetings = {
  ru: {
    stopMeetings: {
      title: 'Встретились',
      note: 'Похожие на тех, кто в стоп-листе: среди партнёров и их людей, в переданных сделках, среди приглашённых. Само ничего не останавливается, заработанное остаётся.',
      show: 'Показать',
      of: { waiting: 'Ждут решения', decided: 'Решённые', all: 'Все' },
      who: 'Кто встретился',
      forgotten: 'имя удалено',
      likes: 'Похож на: {{entry}}. Совпало: {{by}}',
      where: 'Где',
      metIn: { partner: 'Партнёр', deal: 'Сделка', invitation: 'Приглашение в кабинет' },
      of_partner: 'партнёр «{{partner}}»',
      when: 'Когда',
      decision: 'Решение',
      same: 'Да, он',
      other: 'Это не он',
      sameTitle: 'Это он?',
      sameConsequence: {
        partner:
          'Само ничего не остановится. Дальше: откройте партнёра в стоп-листе и предложите его туда, второй человек подтвердит. Заработанное им остаётся его.',
        deal: 'Само ничего не остановится. Дальше: откройте сделку и ответьте партнёру, почему её не берёте. Заработанное остаётся заработанным.',
        invitation:
          'Само ничего не остановится. Дальше: отзовите приглашение или закройте вход этому человеку в «Людях», а с партнёром поговорите.',
      },
      otherTitle: 'Это другой человек или другая компания?',
      otherConsequence: 'Здесь он больше не встретится как похожий на эту запись.',
      otherWhy: 'Откуда известно, что это не он',
      decided: { same: 'это он', other: 'не он' },
      next: {
        partner: 'Предложить в стоп-лист',
        deal: 'Ответить в сделке',
        invitation: 'Открыть «Людей»',
      },
      doneSame: 'Записано: это он',
      doneOther: 'Записано: это другой',
      emptyTitle: 'Никто похожий не встретился',
      emptyText:
        'Когда похожего запишут партнёром или его человеком, назовут в сделке или пригласят в кабинет, он появится здесь, а собственнику и руководителю придёт новость.',
    },
    refusals: {
      meeting_unknown: 'Такой встречи нет',
      meeting_decided: 'Об этой встрече уже решили',
    },
  },
  en: {
    stopMeetings: {
      title: 'Met',
      note: 'Like those on the stop list: among partners and their people, in deals handed over, among people invited. Nothing stops by itself, and what was earned stays earned.',
      show: 'Show',
      of: { waiting: 'Awaiting a decision', decided: 'Decided', all: 'All' },
      who: 'Who was met',
      forgotten: 'name erased',
      likes: 'Like: {{entry}}. The same: {{by}}',
      where: 'Where',
      metIn: { partner: 'Partner', deal: 'Deal', invitation: 'Invitation to the portal' },
      of_partner: 'partner “{{partner}}”',
      when: 'When',
      decision: 'Decision',
      same: 'Yes, it is them',
      other: 'Somebody else',
      sameTitle: 'Is it them?',
      sameConsequence: {
        partner:
          'Nothing stops by itself. Next: open the partner on the stop list and propose it; a second person approves. What it earned stays its own.',
        deal: 'Nothing stops by itself. Next: open the deal and tell the partner why you do not take it. What was earned stays earned.',
        invitation:
          'Nothing stops by itself. Next: withdraw the invitation or end the sign-in of this person in “People”, and talk to the partner.',
      },
      otherTitle: 'Is it another person or company?',
      otherConsequence: 'Here they will not be met as like this entry again.',
      otherWhy: 'How it is known that this is somebody else',
      decided: { same: 'it is them', other: 'somebody else' },
      next: {
        partner: 'Propose for the stop list',
        deal: 'Answer in the deal',
        invitation: 'Open “People”',
      },
      doneSame: 'Written down: it is them',
      doneOther: 'Written down: somebody else',
      emptyTitle: 'Nobody alike was met',
      emptyText:
        'When somebody alike is written down as a partner or its person, named in a deal or invited to the portal, they appear here, and the owner and the heads are told.',
    },
    refusals: {
      meeting_unknown: 'There is no such meeting',
      meeting_decided: 'This meeting was decided already',
    },
  },
};
