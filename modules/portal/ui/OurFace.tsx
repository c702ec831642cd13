import { Face, useFormat, useToday, useWords } from '@mosty/ui-kit';
import type { OurFace as Person } from '../contract.ts';
import classes from './our-face.module.css';

/** Our person for this partner: the name, the promise to answer, and every way to reach them. */
export function OurFace({ face }: { face: Person }) {
  const t = useWords('portal');
  const format = useFormat();
  const today = useToday();
  const { name, title, email, phone, channel, replyHours, absentUntil } = face;
  const away = absentUntil !== null && absentUntil >= today;
  return (
    <div className={classes.person}>
      <Face name={name} size={44} />
      <div className={classes.words}>
        <div className={classes.name}>{name}</div>
        {title ? <div className={classes.soft}>{title}</div> : null}
        {replyHours !== null ? (
          <div className={classes.soft}>{t('face.reply', { count: replyHours })}</div>
        ) : null}
        {away ? (
          <div className={classes.away}>{t('face.away', { day: format.when(absentUntil) })}</div>
        ) : null}
        <ul className={classes.ways}>
          {channel ? <li>{channel}</li> : null}
          {phone ? (
            <li>
              <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
            </li>
          ) : null}
          {email ? (
            <li>
              <a href={`mailto:${email}`}>{email}</a>
            </li>
          ) : null}
        </ul>
      </div>
    </div>
  );
}
