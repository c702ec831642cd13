const KEY = 'mosty.survey';

/** Told apart by nothing but itself, so that one browser answers a survey once. Undefined where nothing may be kept. */
export function browserMark(): string | undefined {
  try {
    const known = localStorage.getItem(KEY);
    if (known) return known;
    const made = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
    localStorage.setItem(KEY, made);
    return made;
  } catch {
    return undefined;
  }
}
