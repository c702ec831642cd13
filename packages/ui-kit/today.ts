import { businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import { useState } from 'react';
import { useMe } from './me.ts';

/** The day it was in the company's zone when the component appeared: what a form begins with. */
export function useToday(): BusinessDate {
  const { zone } = useMe().workspace;
  const [today] = useState(() => businessDateOf(new Date(), zone));
  return today;
}
