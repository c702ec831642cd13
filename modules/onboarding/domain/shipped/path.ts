import type { PathBody, PathStep } from '../../contract/path.ts';
import { SCENARIO_TEST } from './scenario-test.ts';

type Told = Pick<PathStep, 'part' | 'side' | 'days'> & Partial<Pick<PathStep, 'kinds' | 'questions'>>;
type Words = readonly [title: string, what: string];

const step = (code: string, told: Told, ru: Words, en: Words): PathStep => ({
  code,
  kinds: [],
  questions: [],
  ...told,
  ru: { title: ru[0], what: ru[1] },
  en: { title: en[0], what: en[1] },
});

/** The path a company begins with (S3.39, S3.40): short, each step with something to show for it. */
export const SHIPPED_PATH: PathBody = {
  steps: [
    step(
      'first_talk',
      { part: 'product', side: 'ours', days: 0 },
      [
        'Живая встреча с показом продукта',
        'Показываем продукт на задаче партнёра. Подтверждение: кто был и что решили.',
      ],
      [
        'A live talk and a demo',
        'The product is shown on the partner’s own task. Proof: who joined and what was decided.',
      ],
    ),
    step(
      'own_try',
      { part: 'product', side: 'theirs', days: 3 },
      [
        'Попробовать продукт самому',
        'Сделайте одну настоящую задачу. Подтверждение: что сделали и что удивило.',
      ],
      ['Try the product yourself', 'Do one real task. Proof: what you did and what surprised you.'],
    ),
    step(
      'whom_it_helps',
      { part: 'audience', side: 'theirs', days: 5 },
      [
        'Назвать троих, кому это нужно',
        'Три клиента или подписчика и их задача – без контактов. Подтверждение: список задач.',
      ],
      [
        'Name three who need it',
        'Three clients or readers and their task, without contacts. Proof: the list of tasks.',
      ],
    ),
    step(
      'test_stand',
      { part: 'product', side: 'theirs', days: 7, kinds: ['integrator'] },
      ['Внедрить на стенде', 'Пройдите внедрение целиком на стенде. Подтверждение: что настроено.'],
      ['Implement on a test stand', 'Go through a whole implementation. Proof: what was set up.'],
    ),
    step(
      'content_plan',
      {
        part: 'audience',
        side: 'theirs',
        days: 6,
        kinds: ['creator', 'ambassador', 'affiliate', 'community'],
      },
      [
        'Выбрать площадку и форму рассказа',
        'Где и как расскажете, с пометкой рекламы. Подтверждение: черновик или ссылка.',
      ],
      [
        'Choose the place and the form',
        'Where and how you will tell of it, with the label. Proof: a draft or a link.',
      ],
    ),
    step(
      'how_it_sells',
      { part: 'sales_logic', side: 'ours', days: 7 },
      [
        'Разобрать, как продаётся',
        'Цена, кто решает, частые сомнения, за что платим партнёру. Подтверждение: о чём договорились.',
      ],
      [
        'How it is sold',
        'The price, who decides, usual doubts, what the partner is paid for. Proof: what was agreed.',
      ],
    ),
    step(
      'links_ready',
      {
        part: 'sales_logic',
        side: 'theirs',
        days: 8,
        kinds: ['affiliate', 'creator', 'ambassador', 'community'],
      },
      [
        'Поставить ссылку и проверить её',
        'Откройте ссылку сами и проверьте пометку и erid. Подтверждение: где стоит.',
      ],
      [
        'Place the link and check it',
        'Open it yourself, check the label and the erid. Proof: where it stands.',
      ],
    ),
    step(
      'scenario_understood',
      { part: 'joint_scenario', side: 'theirs', days: 9, questions: SCENARIO_TEST },
      [
        'Понять общий сценарий',
        'Прочитайте сценарий: кому, когда и какими словами. Короткая проверка из трёх вопросов.',
      ],
      [
        'Understand the joint scenario',
        'Read the scenario: to whom, when and in what words. A short test of three questions.',
      ],
    ),
    step(
      'first_offer',
      { part: 'first_deals', side: 'theirs', days: 12 },
      [
        'Предложить первому',
        'Предложите одному клиенту по сценарию или опубликуйте первое. Подтверждение: что ответили.',
      ],
      [
        'Offer it to the first one',
        'Offer it to one client by the scenario, or publish the first piece. Proof: what was answered.',
      ],
    ),
    step(
      'live_thread',
      {
        part: 'first_deals',
        side: 'theirs',
        days: 14,
        kinds: ['creator', 'ambassador', 'affiliate', 'community'],
      },
      ['Первое живое обсуждение', 'Люди спрашивают и отвечают под вашим рассказом. Подтверждение: ссылка.'],
      ['The first live discussion', 'People ask and answer under what you made. Proof: a link.'],
    ),
    step(
      'first_result_looked_at',
      { part: 'first_deals', side: 'ours', days: 20 },
      ['Разобрать первый результат', 'Смотрим вместе: что сработало и что меняем. Подтверждение: выводы.'],
      ['Look at the first result', 'Together: what worked and what we change. Proof: conclusions.'],
    ),
  ],
};
