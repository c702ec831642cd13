import { Section, useWords } from '@mosty/ui-kit';
import type { OurFace as Face } from '../contract.ts';
import { OurFace } from './OurFace.tsx';

/** A named person of ours, and how soon they answer (S0.62). */
export function HomeFace({ face }: { face: Face | null }) {
  const t = useWords('portal');
  return (
    <Section title={t('face.title')}>{face ? <OurFace face={face} /> : <p>{t('face.nobody')}</p>}</Section>
  );
}
