/**
 * Control digits of Russian identifiers. Sources: order of the Ministry of Taxes БГ-3-09/178 (ИНН), the rules of the
 * state register (ОГРН, ОГРНИП), letter of the Bank of Russia 515 of 08.09.1997 (accounts).
 */

const INN_10 = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_11 = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_12 = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

function weighed(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
}

function controls(digits: string, weights: readonly number[]): boolean {
  return (weighed(digits, weights) % 11) % 10 === Number(digits[weights.length]);
}

/** ИНН of a firm: 10 digits. */
export function isFirmInn(text: string): boolean {
  return /^\d{10}$/.test(text) && controls(text, INN_10);
}

/** ИНН of a person, an entrepreneur among them: 12 digits. */
export function isPersonInn(text: string): boolean {
  return /^\d{12}$/.test(text) && controls(text, INN_11) && controls(text, INN_12);
}

/** ОГРН of a firm: 13 digits. */
export function isOgrn(text: string): boolean {
  return /^\d{13}$/.test(text) && (BigInt(text.slice(0, 12)) % 11n) % 10n === BigInt(text.slice(12));
}

/** ОГРНИП of an entrepreneur: 15 digits. */
export function isOgrnip(text: string): boolean {
  return /^\d{15}$/.test(text) && (BigInt(text.slice(0, 14)) % 13n) % 10n === BigInt(text.slice(14));
}

export function isKpp(text: string): boolean {
  return /^\d{4}[\dA-Z]{2}\d{3}$/.test(text);
}

export function isBik(text: string): boolean {
  return /^[012]\d{8}$/.test(text);
}

/** The 23 digits of bank and account weigh 7, 1, 3 in turn, and end in zero. Every wrong digit shows. */
function accountControls(prefix: string, account: string): boolean {
  const digits = prefix + account;
  const sum = [...digits].reduce(
    (total, digit, index) => total + ((Number(digit) * ([7, 1, 3][index % 3] ?? 0)) % 10),
    0,
  );
  return sum % 10 === 0;
}

const ofSettlementCentre = (bik: string) => `0${bik.slice(4, 6)}`;

/** A settlement account in the bank of this БИК. */
export function isAccount(account: string, bik: string): boolean {
  if (!/^\d{20}$/.test(account) || !isBik(bik)) return false;
  const branch = bik.slice(6);
  return accountControls(Number(branch) < 3 ? ofSettlementCentre(bik) : branch, account);
}

/** The bank's own account at the Bank of Russia. */
export function isCorrespondentAccount(account: string, bik: string): boolean {
  return /^301\d{17}$/.test(account) && isBik(bik) && accountControls(ofSettlementCentre(bik), account);
}
