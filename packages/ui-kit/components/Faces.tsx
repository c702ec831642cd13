import { initials } from '../format/initials.ts';
import classes from './Faces.module.css';

export interface Person {
  readonly id: string;
  readonly name: string;
  /** What they do for this partner: «отвечает за договор». */
  readonly note?: string | undefined;
}

/** One face: initials on paper. Drawn and not written: they are no part of what the button around them is called. */
export function Face({ name, size = 32 }: { name: string; size?: number }) {
  return (
    <span
      className={classes.face}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.38) }}
      data-initials={initials(name)}
      aria-hidden="true"
    />
  );
}

/** The people of one side, named. Faces come first on a partner. */
export function Faces({ people, label }: { people: readonly Person[]; label?: string }) {
  return (
    <div className={classes.side}>
      {label ? <div className={classes.label}>{label}</div> : null}
      <ul className={classes.people}>
        {people.map((person) => (
          <li className={classes.person} key={person.id}>
            <Face name={person.name} />
            <span>
              <span className={classes.name}>{person.name}</span>
              {person.note ? <span className={classes.note}>{person.note}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
