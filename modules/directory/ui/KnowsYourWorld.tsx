import { useRead, useWords } from '@mosty/ui-kit';
import { readExpertise } from '../contract.ts';

/** To a partner's person: who of those who answer for them knows their world (S1.21). */
export function KnowsYourWorld({ partnerId }: { partnerId: string }) {
  const t = useWords('directory');
  const { data } = useRead(readExpertise, { params: { partnerId } });
  const guide = data?.guides.find(({ isFace }) => isFace);
  return guide ? <p>{t('world.yours', { name: guide.name, matches: guide.matches.join(', ') })}</p> : null;
}
