import { Percent, useWords } from '@mosty/ui-kit';

/** A share, or the words that stand in its place while there is too little to tell it from. */
export function Share({ ppm, digits = 0 }: { readonly ppm: number | null; readonly digits?: number }) {
  const t = useWords('insight-partner-life');
  return ppm === null ? <>{t('fewShort')}</> : <Percent ppm={ppm} digits={digits} />;
}
