import { useState } from 'react';

const KEPT = 'mosty.menu';
/** What is set once and looked at seldom; the whole menu then fits a screen of 900 px. */
const FOLDED_AT_FIRST = ['settings'];

function kept(): readonly string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEPT) ?? 'null');
    return Array.isArray(value) ? value.map(String) : FOLDED_AT_FIRST;
  } catch {
    return FOLDED_AT_FIRST;
  }
}

/** Which groups of the menu are folded on this device. */
export function useFolded() {
  const [folded, setFolded] = useState(kept);
  const toggle = (group: string): void => {
    const next = folded.includes(group) ? folded.filter((one) => one !== group) : [...folded, group];
    setFolded(next);
    try {
      localStorage.setItem(KEPT, JSON.stringify(next));
    } catch {
      // A private window keeps nothing; the group still folds for this visit.
    }
  };
  return { folded, toggle };
}
