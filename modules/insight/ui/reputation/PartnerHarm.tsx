import { Loaded, PageLink, paths, Section, useMay, useRead, useWords } from '@mosty/ui-kit';
import { listReputation } from '../../contract/reputation.ts';
import { HarmPrice } from './HarmBook.tsx';
import { HarmWords } from './HarmWords.tsx';
import classes from './reputation.module.css';

/** On the partner's card: what a year with it cost the name, whatever it brought (S0.67). */
export function PartnerHarm({ partnerId }: { readonly partnerId: string }) {
  const may = useMay('reputation.read');
  return may ? <Block partnerId={partnerId} /> : null;
}

function Block({ partnerId }: { readonly partnerId: string }) {
  const t = useWords('insight-reputation');
  const read = useRead(listReputation, { query: { partner: partnerId, limit: 1 } });
  return (
    <Section
      title={t('card.title')}
      actions={<PageLink to={paths.reputation({ partner: partnerId })}>{t('card.more')}</PageLink>}
    >
      <Loaded read={read}>
        {({ items: [harm], window }) =>
          harm ? (
            <div className={classes.card}>
              <div>
                {harm.books.map((book) => (
                  <HarmPrice key={book.class} book={book} partner={harm.partner} window={window} asked={{}} />
                ))}
              </div>
              <HarmWords of={harm} />
            </div>
          ) : (
            <p className={classes.small}>{t('card.clean')}</p>
          )
        }
      </Loaded>
    </Section>
  );
}
