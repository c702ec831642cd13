import { setSpeech, speechNow, type Language, type Words } from '@mosty/ui-kit';
import { borrowed, frame, modules } from 'virtual:words';
import { setWell } from './typography.ts';

const KEPT = 'mosty.language';
/** The rest of the words comes after the first page: refusals and journals speak of other modules. */
const REST_AFTER_MS = 1_500;

/** Russian until the reader chooses; the choice stays on the device. */
export function rememberedLanguage(): Language {
  try {
    return localStorage.getItem(KEPT) === 'en' ? 'en' : 'ru';
  } catch {
    return 'ru';
  }
}

const speaking = { language: rememberedLanguage() };
const coming = new Map<string, Promise<void>>();

function add(language: Language, words: Record<string, Words>, whole: readonly string[]): void {
  const now = speechNow();
  const kept = now.language === language ? now : { words: {}, whole: new Set<string>() };
  setSpeech({
    language,
    // What is here whole is never replaced by its part.
    words: { ...words, ...kept.words, ...Object.fromEntries(whole.map((name) => [name, words[name] ?? {}])) },
    whole: new Set([...kept.whole, ...whole]),
    finish: setWell,
    bring,
  });
}

async function modulesIn(language: Language, names: readonly string[]): Promise<Record<string, Words>> {
  const brought = await Promise.all(
    names.map(async (name) => [name, (await modules[language][name]?.())?.default ?? {}] as const),
  );
  return Object.fromEntries(brought);
}

/** Once per namespace and language; a failure (no connection) is forgotten, so that the next one tries again. */
function bring(namespace: string): Promise<void> {
  const { language } = speaking;
  const key = `${language} ${namespace}`;
  const before = coming.get(key);
  if (before) return before;
  const names = namespace === 'every' ? Object.keys(modules[language]) : [namespace];
  const promise = modulesIn(language, names).then((words) => {
    if (speaking.language === language) add(language, words, [...names, namespace]);
  });
  coming.set(key, promise);
  promise.catch(() => coming.delete(key));
  return promise;
}

/** What a page of this module says, beside the frame. */
export async function wordsOfPage(module: string): Promise<void> {
  await Promise.all([module, ...(borrowed[module] ?? [])].map(bring));
}

async function bringFrame(language: Language): Promise<Record<string, Words>> {
  return (await frame[language]()).default;
}

export async function startWords(): Promise<void> {
  const { language } = speaking;
  add(language, await bringFrame(language), ['kit', 'shell']);
}

/** Whoever needs them sooner asks for them himself and is told of a failure. */
export function restOfWords(): void {
  setTimeout(() => void bring('every').catch(() => undefined), REST_AFTER_MS);
}

export async function changeLanguage(language: Language): Promise<void> {
  const names = Object.keys(modules[language]);
  const [first, words] = await Promise.all([bringFrame(language), modulesIn(language, names)]);
  speaking.language = language;
  add(language, { ...first, ...words }, ['kit', 'shell', ...names, 'every']);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // A private window keeps nothing; the language still changes for this visit.
  }
}
