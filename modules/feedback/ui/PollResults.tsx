import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  DataTable,
  ExportMenu,
  FilterBar,
  FormShell,
  hrefOf,
  Loaded,
  PageLink,
  paths,
  Section,
  toast,
  useFormat,
  useRead,
  useRows,
  useVerb,
  useWords,
  When,
} from '@mosty/ui-kit';
import {
  addPollDeed,
  CAMPS,
  exportPollAnswers,
  listPollAnswers,
  readPoll,
  type Figures,
  type Poll,
} from '../contract.ts';
import classes from './polls.module.css';

interface Props {
  pollId: string;
  camp: string;
  onCamp: (camp: string) => void;
}

/** Figures of one poll, each opening to its answers, and what was done after it. */
export function PollResults({ pollId, camp, onCamp }: Props) {
  const t = useWords('feedback');
  const read = useRead(readPoll, { params: { pollId } });
  return (
    <Loaded read={read}>
      {(poll) => (
        <>
          {poll.figures ? (
            <Section title={t('poll.results')} note={t('poll.of', { count: poll.answered })}>
              <Bars figures={poll.figures} answered={poll.answered} onCamp={onCamp} />
            </Section>
          ) : null}
          {poll.figures || !poll.isNameless ? <Answers poll={poll} camp={camp} onCamp={onCamp} /> : null}
          <Deeds poll={poll} />
        </>
      )}
    </Loaded>
  );
}

function Bars({
  figures,
  answered,
  onCamp,
}: {
  figures: Figures;
  answered: number;
  onCamp: (camp: string) => void;
}) {
  const t = useWords('feedback');
  const format = useFormat();
  return (
    <div className={classes.figures}>
      <div>
        <h3 className={classes.question}>{t('poll.recommend')}</h3>
        <ul className={classes.bars}>
          {CAMPS.map((camp) => (
            <li key={camp}>
              <button type="button" className={classes.camp} onClick={() => onCamp(camp)}>
                {t(`poll.camp.${camp}`)}
              </button>
              <Bar part={figures.camps[camp]} of={answered} tone={camp} />
            </li>
          ))}
        </ul>
      </div>
      {figures.scales.map(({ scale, meanHundredths, counts }) => (
        <div key={scale}>
          <h3 className={classes.question}>
            {t(`poll.scale.${scale}`)}{' '}
            <b>{t('poll.mean', { mean: format.count(meanHundredths / 100, 2) })}</b>
          </h3>
          <ul className={classes.bars}>
            {counts.toReversed().map(({ mark, count }) => (
              <li key={mark}>
                <span>{mark}</span>
                <Bar part={count} of={answered} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function Bar({ part, of, tone }: { part: number; of: number; tone?: string }) {
  return (
    <span className={classes.bar}>
      <span className={classes.track} aria-hidden>
        <span className={classes.fill} data-tone={tone} style={{ width: `${(part * 100) / of}%` }} />
      </span>
      <span className={classes.count}>{part}</span>
    </span>
  );
}

function Answers({ poll, camp, onCamp }: { poll: Poll } & Omit<Props, 'pollId'>) {
  const t = useWords('feedback');
  const chosen = CAMPS.find((one) => one === camp);
  const query = { pollId: poll.id, ...(chosen ? { camp: chosen } : {}) };
  const rows = useRows(listPollAnswers, { query });
  return (
    <Section
      title={t('poll.answers')}
      note={poll.isNameless ? t('poll.answersNameless') : undefined}
      actions={
        <ExportMenu
          of={exportPollAnswers}
          hrefOf={(format) => hrefOf(exportPollAnswers, { query: { ...query, format } })}
        />
      }
    >
      <FilterBar
        values={{ camp }}
        onChange={(change) => onCamp(change.camp ?? '')}
        fields={[
          {
            key: 'camp',
            kind: 'choice',
            label: t('poll.showCamp'),
            options: CAMPS.map((value) => ({ value, label: t(`poll.camp.${value}`) })),
          },
        ]}
      />
      <DataTable
        label={t('poll.answers')}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          chosen ? (
            <p>
              {t('poll.noAnswers')}{' '}
              <Button variant="subtle" size="compact-sm" onClick={() => onCamp('')}>
                {t('poll.allCamps')}
              </Button>
            </p>
          ) : (
            <p>{t('poll.noAnswers')}</p>
          )
        }
        columns={[
          {
            id: 'who',
            title: t('poll.who'),
            narrow: 'title',
            cell: (row) =>
              row.partner ? (
                <>
                  <PageLink to={paths.partner({ partnerId: row.partner.id })}>{row.partner.name}</PageLink>
                  <span className={classes.soft}>{row.person}</span>
                </>
              ) : (
                <span className={classes.soft}>{t('poll.nameless')}</span>
              ),
          },
          {
            id: 'recommend',
            title: t('poll.recommendShort'),
            align: 'right',
            narrow: 'value',
            cell: (row) => row.recommend,
          },
          ...(['support', 'value', 'simplicity', 'speed'] as const).map((scale) => ({
            id: scale,
            title: t(`poll.scaleShort.${scale}`),
            align: 'right' as const,
            narrow: 'line' as const,
            cell: (row: (typeof rows.rows)[number]) => row.marks[scale],
          })),
          {
            id: 'words',
            title: t('poll.words'),
            narrow: 'bare',
            cell: (row) => row.words ?? <span className={classes.soft}>{t('poll.noWords')}</span>,
          },
        ]}
      />
    </Section>
  );
}

function Deeds({ poll }: { poll: Poll }) {
  const t = useWords('feedback');
  return (
    <Section title={t('poll.deeds')} note={t('poll.deedsNote')}>
      {poll.deeds.length > 0 ? (
        <ul className={classes.deeds}>
          {poll.deeds.map((deed) => (
            <li key={deed.id}>
              {deed.words}{' '}
              <span className={classes.soft}>
                {deed.author} · <When value={deed.at} />
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className={classes.soft}>{t('poll.noDeeds')}</p>
      )}
      {poll.can.tell ? <TellDeed key={poll.deeds.length} pollId={poll.id} /> : null}
    </Section>
  );
}

function TellDeed({ pollId }: { pollId: string }) {
  const t = useWords('feedback');
  const verb = useVerb(addPollDeed, { invalidates: [readPoll] });
  const form = useForm({
    initialValues: { words: '' },
    validate: { words: (value) => (value.trim() ? null : t('poll.needDeed')) },
  });
  async function send({ words }: typeof form.values): Promise<void> {
    await verb.mutateAsync({ params: { pollId }, body: { words } });
    toast(t('poll.told'));
  }
  return (
    <div className={classes.form}>
      <FormShell
        form={form}
        submit={t('poll.tell')}
        onSubmit={send}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <Textarea
          label={t('poll.deed')}
          autosize
          minRows={2}
          maxLength={500}
          {...form.getInputProps('words')}
        />
      </FormShell>
    </div>
  );
}
