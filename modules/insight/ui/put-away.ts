import { useMe } from '@mosty/ui-kit';
import { useState } from 'react';

/** Whether the reader put the first steps away: theirs alone, kept on the device like the light and the language. */
export function usePutAway(): readonly [boolean, (away: boolean) => void] {
  const kept = `mosty.first-steps.${useMe().workspace.id}`;
  const [away, setAway] = useState(() => localStorage.getItem(kept) === 'away');
  const change = (next: boolean): void => {
    if (next) localStorage.setItem(kept, 'away');
    else localStorage.removeItem(kept);
    setAway(next);
  };
  return [away, change];
}
