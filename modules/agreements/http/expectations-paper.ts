import { writePdf } from '@mosty/kernel/pdf';
import type { Language } from '@mosty/kernel/operation';
import { plainAmount } from '@mosty/kernel/table-file';
import type { Zone } from '@mosty/kernel/time';
import { POINTS, SIDES, type Promised, type Side } from '../contract/version.ts';
import type { AgreementRecord } from '../store/agreements.ts';
import type { Acceptance, VersionRecord } from '../store/versions.ts';
import { words as screens } from '../ui/words.ts';
import { paper } from '../ui/words/paper.ts';

export interface Paper {
  readonly agreement: AgreementRecord;
  readonly version: VersionRecord;
  readonly acceptances: readonly Acceptance[];
  readonly company: string;
  readonly partner: string;
  readonly language: Language;
  readonly zone: Zone;
}

/** Mutual expectations as both sides keep them on paper: two columns, four points, who accepted; a page of A4 (S0.60). */
export function expectationsPaper(from: Paper): Promise<Buffer> {
  const { agreement, version, language } = from;
  const words = paper[language];
  const title = `${words.title}: ${from.company} – ${from.partner}`;
  return writePdf({
    title,
    fontSize: 9.5,
    content: [
      { text: title, fontSize: 14, bold: true },
      { text: factsOf(from), color: '#555555', margin: [0, 3, 0, 12] },
      {
        columns: [column(from, 'ours', words.ours), column(from, 'theirs', words.theirs)],
        columnGap: 24,
        margin: [0, 0, 0, 6],
      },
      ...POINTS.flatMap((point) => [
        { text: screens[language].points[point], bold: true, margin: [0, 7, 0, 2] },
        { text: version[point] },
      ]),
      ...exclusivityOf(from),
      { text: words.accepted, bold: true, margin: [0, 12, 0, 3] },
      ...SIDES.map((side) => ({ text: acceptedLine(from, side), margin: [0, 0, 0, 3] })),
      ...(agreement.signedOn !== null && version.version === 1
        ? [{ text: `${words.signed} ${dayName(agreement.signedOn, language)}` }]
        : []),
      { text: `${words.hash}: ${version.bodyHash}`, fontSize: 7.5, color: '#555555', margin: [0, 6, 0, 0] },
    ],
  });
}

/** Who works with nobody else in what, for what and until when; nothing where nobody does. */
function exclusivityOf({ version: { exclusivity: one }, company, partner, language }: Paper) {
  if (!one) return [];
  const words = screens[language].exclusivity;
  const who = one.bound === 'ours' ? company : partner;
  const price = one.price ? ` (${moneyText(one.price, language)})` : '';
  const lines = [
    `${who}: ${one.subject}`,
    `${words.inReturn}: ${one.inReturn}${price}`,
    `${dayName(one.from, language)} – ${dayName(one.until, language)}`,
    ...(one.condition === null ? [] : [`${words.condition}: ${one.condition}`]),
  ];
  return [{ text: words.title, bold: true, margin: [0, 7, 0, 2] }, ...lines.map((text) => ({ text }))];
}

function factsOf({ agreement, version, language }: Paper): string {
  const words = paper[language];
  return [
    screens[language].kind[agreement.kind],
    agreement.number === null ? null : `${words.number} ${agreement.number}`,
    `${words.version} ${version.version}`,
    version.version === agreement.currentVersion
      ? words.holds
      : version.version < agreement.currentVersion
        ? words.past
        : words.waits,
  ]
    .filter((fact) => fact !== null)
    .join(' · ');
}

function column(from: Paper, side: Side, title: string) {
  const promises = from.version.promises.filter((one) => one.side === side);
  return {
    stack: [
      { text: title, bold: true, fontSize: 11 },
      { text: side === 'ours' ? from.company : from.partner, color: '#555555', margin: [0, 0, 0, 4] },
      promises.length === 0
        ? { text: paper[from.language].nothing, color: '#555555' }
        : { ol: promises.map((one) => promiseLine(one, from.language)) },
    ],
  };
}

function promiseLine({ words, dueOn }: Promised, language: Language): string {
  return dueOn === null ? words : `${words} (${paper[language].by} ${dayName(dueOn, language)})`;
}

function acceptedLine(from: Paper, side: Side): string {
  const { language, zone } = from;
  const words = paper[language];
  const name = side === 'ours' ? from.company : from.partner;
  const one = from.acceptances.find((acceptance) => acceptance.side === side);
  if (!one) return `${name}: ${words.notYet}`;
  const at = new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: zone,
  }).format(one.acceptedAt);
  const known = one.evidence === null ? '' : ` (${words.known}: ${one.evidence})`;
  return `${name}: ${one.person}, ${at} (${zone})${known}`;
}

/** Exact to the last digit: the formatter takes a decimal as text. */
function moneyText(
  { amountMinor, currency }: { amountMinor: number; currency: string },
  language: Language,
): string {
  const plain = plainAmount({ minor: BigInt(amountMinor), currency });
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(plain as `${number}`);
}

/** «30.11.2026», “30/11/2026”. */
function dayName(day: string, language: Language): string {
  return day
    .split('-')
    .toReversed()
    .join(language === 'ru' ? '.' : '/');
}
