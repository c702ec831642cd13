const DIGITS_MIN = 7;

/** A phone or an e-mail, as a person types it into one field; null: neither. */
export function contactOf(
  told: string,
): { email: string } | { phone: string } | Record<string, never> | null {
  const text = told.trim();
  if (text === '') return {};
  if (text.includes('@')) return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? { email: text } : null;
  return text.length <= 40 && text.replace(/\D/g, '').length >= DIGITS_MIN && /^[\d\s()+-]+$/.test(text)
    ? { phone: text }
    : null;
}
