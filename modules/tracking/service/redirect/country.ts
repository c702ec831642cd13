import { readFileSync } from 'node:fs';
import { Reader, type CountryResponse } from 'maxmind';

/** Countries by a file of MaxMind's format, when the company has one; nobody is asked over the network. */
export function openCountries(file: string): (address: string) => string | null {
  const reader = new Reader<CountryResponse>(readFileSync(file));
  return (address) => {
    const found = reader.get(address.startsWith('::ffff:') ? address.slice(7) : address);
    return found?.country?.iso_code ?? found?.registered_country?.iso_code ?? null;
  };
}
