import { RequisitesForm } from '@mosty/agreements/parts';
import { FREEZE_HOURS, type getPartner, type listRequisites } from '@mosty/directory/contract';
import {
  Act,
  Badge,
  LinesSkeleton,
  Loaded,
  paths,
  Section,
  useFilters,
  useWords,
  type AnswerOf,
  type useRead,
} from '@mosty/ui-kit';
import classes from './me.module.css';

interface Props {
  readonly partner: AnswerOf<typeof getPartner> | undefined;
  readonly read: ReturnType<typeof useRead<typeof listRequisites>>;
}

/** Where the money goes now, and whether we have looked. */
export function OwnRequisites({ partner, read }: Props) {
  const t = useWords('portal');
  const [filters, set] = useFilters(paths.portalMe);
  const newest = read.data?.items[0];
  return (
    <Section
      title={t('me.requisites.title')}
      note={t('me.requisites.note', { hours: FREEZE_HOURS })}
      actions={
        <Act variant="default" can={read.data?.can['write']} onClick={() => set({ edit: 'requisites' })}>
          {t(newest ? 'me.requisites.change' : 'me.requisites.write')}
        </Act>
      }
    >
      <Loaded read={read} skeleton={<LinesSkeleton />}>
        {({ items: [now] }) =>
          now ? (
            <>
              <p className={classes.said}>
                <Badge tone={now.verdict === 'verified' ? 'accent' : 'warn'}>
                  {t(`me.requisites.${now.verdict ?? 'waits'}`)}
                </Badge>{' '}
                {now.verdictNote}
              </p>
              <dl className={classes.facts}>
                <Fact label={t('me.requisites.legalName')}>{now.legalName}</Fact>
                <Fact label={t('me.requisites.taxNumber')}>{now.taxNumber}</Fact>
                <Fact label={t('me.requisites.account')}>{now.bank['account']}</Fact>
                <Fact label={t('me.requisites.bankName')}>{now.bank['bankName']}</Fact>
              </dl>
            </>
          ) : (
            <p className={classes.said}>{t('me.requisites.none')}</p>
          )
        }
      </Loaded>
      {filters.edit && partner && read.data?.can['write'] === true ? (
        <RequisitesForm partner={partner} before={newest ?? null} onClose={() => set({ edit: '' })} />
      ) : null}
    </Section>
  );
}

function Fact({ label, children }: { label: string; children: string | null | undefined }) {
  return children ? (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  ) : null;
}
