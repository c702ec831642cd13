import { useEffect, useRef } from 'react';

const KEPT = 'mosty.keys';

/** Single letters can be switched off on this device: WCAG 2.1.4. */
export function lettersAreOn(): boolean {
  return localStorage.getItem(KEPT) !== 'off';
}

export function switchLetters(on: boolean): void {
  localStorage.setItem(KEPT, on ? 'on' : 'off');
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function isBusy(): boolean {
  return document.querySelector('[role="dialog"]') !== null;
}

export interface Shortcuts {
  readonly palette: () => void;
  readonly create: () => void;
  readonly help: () => void;
}

/** Keys of the whole app, by their place on the keyboard: «C» works in the Russian layout too, where it types «с». */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.code === 'KeyK' && (event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        latest.current.palette();
        return;
      }
      if (
        event.metaKey ||
        event.ctrlKey ||
        event.altKey ||
        isTyping(event.target) ||
        isBusy() ||
        !lettersAreOn()
      )
        return;
      // «?» by its sign, or by the place where the American keyboard has it.
      const asks = event.key === '?' || (event.code === 'Slash' && event.shiftKey);
      if (!asks && event.code !== 'KeyC') return;
      if (event.code === 'KeyC' && event.shiftKey) return;
      event.preventDefault();
      (asks ? latest.current.help : latest.current.create)();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
