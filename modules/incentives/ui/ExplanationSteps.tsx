import { useLanguage } from '@mosty/ui-kit';
import { lineText, type ShownLine } from './line-text.ts';
import { useSay } from './say.ts';
import classes from './incentives.module.css';

/** The steps of an explanation, in the order they were taken. */
export function ExplanationSteps({ lines, currency }: { lines: readonly ShownLine[]; currency: string }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <ol className={classes.steps}>
      {lines.map((line, place) => (
        // Steps never move: their order is the arithmetic.
        <li key={`${place} ${line.code}`}>{lineText(say, line, currency, language)}</li>
      ))}
    </ol>
  );
}
