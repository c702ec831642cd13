import { lookAs, paths, Sentence, useFormat, useMe, useWords } from '@mosty/ui-kit';
import classes from './LookBanner.module.css';

/** While a colleague looks with the partner's eyes, every page says so and leads back. */
export function LookBanner() {
  const t = useWords('portal');
  const format = useFormat();
  const { member, looking } = useMe();
  if (!looking || member.partnerId === null) return null;
  const { partnerId } = member;
  const goBack = (): void => {
    lookAs(null);
    window.location.assign(paths.partner({ partnerId }));
  };
  return (
    <div className={classes.banner} role="status">
      <span>
        <Sentence
          text={t('look.banner', { name: looking.partnerName, until: format.when(looking.until, 'clock') })}
        />
      </span>
      <button type="button" className={classes.back} onClick={goBack}>
        {t('look.return')}
      </button>
    </div>
  );
}
