import { Act, Badge, Money, useWords, When, type Tone } from '@mosty/ui-kit';
import type { Check, Subject, SubjectState } from '../contract.ts';
import type { Panel } from './CheckPanel.tsx';
import classes from './check.module.css';

type Found = Omit<Check['criteria'][number], 'criterion'>;

const TONE: Readonly<Record<SubjectState, Tone>> = { open: 'warn', stopped: 'risk', passed: 'accent' };
const WIN_OF = new Set<Subject>(['company_win', 'partner_win', 'client_win']);

/** One criterion or one win: what was said, what it rests on, and what is not there yet. */
export function CheckSubject({
  check,
  subject,
  found,
  open,
}: {
  check: Check;
  subject: Subject;
  found: Found;
  open: (panel: Panel) => void;
}) {
  const t = useWords('recruiting');
  const can = check.can['write'];
  return (
    <article className={classes.subject}>
      <header className={classes.subjectHead}>
        <h3>{t(`check.of.${subject}`)}</h3>
        <Badge tone={TONE[found.state]}>{t(`check.state.${found.state}`)}</Badge>
      </header>
      <Said check={check} subject={subject} found={found} />
      {found.lacks.length > 0 ? (
        <p className={classes.lacks}>{found.lacks.map((code) => t(`check.lack.${code}`)).join(' ')}</p>
      ) : null}
      {found.evidence.length > 0 ? (
        <ul className={classes.evidence}>
          {found.evidence.map((one) => (
            <Evidence key={one.id} one={one} open={open} />
          ))}
        </ul>
      ) : null}
      <History found={found} />
      <div className={classes.acts}>
        <Act variant="default" can={can} onClick={() => open({ form: 'answer', subject })}>
          {t(`check.act.${WIN_OF.has(subject) ? 'win' : subject}`)}
        </Act>
        <Act variant="subtle" can={can} onClick={() => open({ form: 'evidence', subject })}>
          {t('check.act.evidence')}
        </Act>
      </div>
    </article>
  );
}

function Said({ check, subject, found }: { check: Check; subject: Subject; found: Found }) {
  const t = useWords('recruiting');
  if (subject === 'role')
    return check.role ? (
      <p>
        <b>{t(`check.contribution.${check.role.contribution}`)}.</b> {check.role.sentence}
      </p>
    ) : null;
  if (subject === 'economics') return <Economics of={check.economics} />;
  const win = check.wins.find((one) => one.win === subject);
  if (win)
    return win.metric === null ? null : (
      <p>
        {t('check.metric', { metric: win.metric, target: win.target ?? '' })}
        {win.how ? <span className={classes.line}>{win.how}</span> : null}
      </p>
    );
  return (
    <ul className={classes.questions}>
      {found.questions.map(({ question, answer }) => (
        <li key={question} data-answer={answer}>
          <span>{t(`question.${question}`)}</span> <b>{t(`check.answerOf.${answer}`)}</b>
        </li>
      ))}
    </ul>
  );
}

function Economics({ of }: { of: Check['economics'] }) {
  const t = useWords('recruiting');
  if (!of) return null;
  const money = (minor: number) => <Money minor={minor} currency={of.currency} />;
  return (
    <p>
      {t('check.volume', { count: of.volume })}: {money(of.revenueMinor)} − {money(of.commissionMinor)} −{' '}
      {money(of.costsMinor)} ={' '}
      <Money
        minor={of.marginMinor}
        currency={of.currency}
        strong
        tone={of.marginMinor < 0 ? 'risk' : 'plain'}
      />
      <span className={classes.line}>{t('check.marginNote')}</span>
    </p>
  );
}

function Evidence({ one, open }: { one: Found['evidence'][number]; open: (panel: Panel) => void }) {
  const t = useWords('recruiting');
  const isLink = /^https?:\/\//.test(one.source);
  return (
    <li>
      <p>
        <b>{t(`check.kind.${one.kind}`)}.</b> {one.says}{' '}
        {one.counts ? null : <Badge tone="warn">{t('check.countsNot')}</Badge>}
      </p>
      <p className={classes.soft}>
        {isLink ? (
          <a href={one.source} rel="noreferrer noopener" target="_blank">
            {one.source}
          </a>
        ) : (
          one.source
        )}
        {' · '}
        <When value={one.seenOn} />
        {one.added.by ? ` · ${t('check.addedBy', { name: one.added.by })}` : ''}
      </p>
      {one.verdict ? (
        <p className={classes.soft}>
          {t(`check.verdict.${one.verdict.verdict}`, { name: one.verdict.by ?? '' })} ·{' '}
          <When value={one.verdict.at} /> · {one.verdict.how}
        </p>
      ) : null}
      <Act
        variant="subtle"
        size="compact-sm"
        can={one.can['verify']}
        onClick={() => open({ form: 'verify', evidenceId: one.id, says: one.says })}
      >
        {t('check.act.verify')}
      </Act>
    </li>
  );
}

/** Every answer there was: nothing is rewritten. */
function History({ found }: { found: Found }) {
  const t = useWords('recruiting');
  const lines = found.questions
    .flatMap(({ question, history }) => history.map((one) => ({ question, ...one })))
    .toSorted((one, other) => (one.at < other.at ? 1 : -1));
  if (lines.length <= found.questions.length) return null;
  return (
    <details className={classes.history}>
      <summary>{t('check.history', { count: lines.length })}</summary>
      <ul>
        {lines.map(({ question, answer, at, by }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a log that only grows at its head
          <li key={place} className={classes.soft}>
            <When value={at} /> · {found.questions.length > 1 ? `${t(`question.${question}`)} ` : ''}
            {t(`check.answerOf.${answer}`)}
            {by ? ` · ${by}` : ''}
          </li>
        ))}
      </ul>
    </details>
  );
}
