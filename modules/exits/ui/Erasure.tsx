import { Section, useFormat, useWords } from '@mosty/ui-kit';
import type { ExitPage } from './exit-reads.ts';

/** Who will be forgotten and when, or when they were; and what stays, because the law asks for it. */
export function Erasure({ page: { retentionOn, people } }: { page: ExitPage }) {
  const t = useWords('exits');
  const format = useFormat();
  if (people.erasedAt !== null)
    return (
      <Section title={t('erasure.title')} note={t('erasure.stays')}>
        <p>{t('erasure.done', { day: format.when(people.erasedAt), count: people.erased ?? 0 })}</p>
      </Section>
    );
  if (retentionOn === null) return null;
  return (
    <Section title={t('erasure.title')} note={t('erasure.stays')}>
      <p>
        {t('erasure.will', {
          day: format.when(retentionOn),
          faces: people.faces,
          signedIn: people.signedIn,
        })}
      </p>
    </Section>
  );
}
