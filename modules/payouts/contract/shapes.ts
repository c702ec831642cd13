import * as z from 'zod';
import { minorSchema } from '@mosty/kernel/money';
import type { BusinessDate, Month } from '@mosty/kernel/time';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** A month of the company's calendar. */
export const monthSchema = month as unknown as z.ZodType<Month, string>;

/** A day of the company's calendar. */
export const daySchema = z.iso.date() as unknown as z.ZodType<BusinessDate, string>;

export const reasonText = z.string().trim().min(3).max(500);
export const wordsText = z.string().trim().min(3).max(2000);

/** A partner's month: what we owed, what was added, what was paid, what we owe. */
export const totalFields = {
  openingMinor: minorSchema,
  accruedMinor: minorSchema,
  clawedBackMinor: minorSchema,
  correctedMinor: minorSchema,
  writtenOffMinor: minorSchema,
  waivedMinor: minorSchema,
  paidMinor: minorSchema,
  closingMinor: minorSchema,
};

/** How a file is to be written: `bom` marks a CSV as UTF-8, which Excel needs. */
export const fileFields = {
  language: z.enum(['ru', 'en']).default('ru'),
  bom: z.enum(['true', 'false']).default('true'),
};
