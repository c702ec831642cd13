import classes from './PlainSelect.module.css';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
  readonly className?: string;
}

const CHEVRON =
  'M4.93 5.43a.45.45 0 0 0 .64.64L7.5 4.14l1.93 1.93a.45.45 0 0 0 .64-.64L7.82 3.18a.45.45 0 0 0-.64 0zm5.14 4.14a.45.45 0 0 0-.64-.64L7.5 10.86 5.57 8.93a.45.45 0 0 0-.64.64l2.25 2.25c.18.17.46.17.64 0z';

/**
 * The browser's own list, looking like the other fields. For pages that come first: a field of the library brings
 * 5 KB of label, description, error and clearing that a lone list above a report has no use for.
 */
export function PlainSelect({ label, value, options, onChange, className }: Props) {
  return (
    <div className={`${classes.field} ${className ?? ''}`}>
      <select
        className={classes.select}
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <svg className={classes.chevron} viewBox="0 0 15 15" fill="currentColor" aria-hidden="true">
        <path d={CHEVRON} />
      </svg>
    </div>
  );
}
