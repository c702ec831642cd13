import { ClassBadge, useWords, type ReportingClass } from '@mosty/ui-kit';
import classes from './agreements.module.css';

interface Props {
  readonly agreements: readonly {
    readonly id: string;
    readonly class: ReportingClass;
    readonly kind: string;
  }[];
}

/** Class and kind of each agreement, on a line of its own: two classes are two books. */
export function AgreementBadges({ agreements }: Props) {
  const t = useWords('agreements');
  if (agreements.length === 0) return <span className={classes.soft}>{t('partners.noAgreements')}</span>;
  return (
    <span className={classes.badges}>
      {agreements.map((agreement) => (
        <span key={agreement.id} className={classes.badge}>
          <ClassBadge of={agreement.class} short wrap />
          <span className={classes.small}>{t(`kind.${agreement.kind}`)}</span>
        </span>
      ))}
    </span>
  );
}
