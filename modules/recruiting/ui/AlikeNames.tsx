import { Button } from '@mantine/core';
import {
  EmptyState,
  Loaded,
  RefusalNotice,
  Section,
  useMay,
  useRead,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import {
  keepApart,
  listAlike,
  listNames,
  mergeNames,
  readInfluence,
  readName,
  type NameLikeness,
} from '../contract.ts';
import classes from './recruiting.module.css';

/** Spellings that may be one name: a person says which, and the larger keeps its own. */
export function AlikeNames() {
  const t = useWords('recruiting');
  const read = useRead(listAlike, {});
  return (
    <Section title={t('names.alike.title')} note={t('names.alike.note')}>
      <Loaded read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('names.alike.none')} />
          ) : (
            <ul className={classes.plain}>
              {items.map((pair) => (
                <Pair key={`${pair.one.id} ${pair.other.id}`} pair={pair} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function Pair({ pair: { one, other, why } }: { pair: NameLikeness }) {
  const t = useWords('recruiting');
  const mayWrite = useMay('name.write');
  const invalidates = [listAlike, listNames, readInfluence, readName];
  const merge = useVerb(mergeNames, { invalidates });
  const apart = useVerb(keepApart, { invalidates });
  const [less, more] = one.speakers > other.speakers ? [other, one] : [one, other];
  return (
    <li>
      <strong>{t('names.alike.pair', { one: more.spoken, other: less.spoken })}</strong>
      <p className={classes.soft}>{t(`names.alike.why.${why}`)}</p>
      {mayWrite ? (
        <div className={classes.line}>
          <Button
            size="compact-sm"
            variant="default"
            loading={merge.isPending}
            onClick={() => merge.mutate({ params: { nameId: less.id }, body: { intoId: more.id } })}
          >
            {t('names.alike.merge')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            loading={apart.isPending}
            onClick={() => apart.mutate({ params: { nameId: less.id }, body: { otherId: more.id } })}
          >
            {t('names.alike.apart')}
          </Button>
        </div>
      ) : null}
      {merge.error ? <RefusalNotice refusal={merge.error} /> : null}
      {apart.error ? <RefusalNotice refusal={apart.error} /> : null}
    </li>
  );
}
