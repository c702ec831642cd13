import * as z from 'zod';

/** The three books that are never summed (S2.3), in the order they are shown. */
export const CLASSES = ['referral', 'partner_sales', 'alliance'] as const;
export type ReportingClass = (typeof CLASSES)[number];
export const classSchema = z.enum(CLASSES);

/** A fact belongs to one of the classes, or to the company's own sales where nobody brought it. */
export const BOOKS = [...CLASSES, 'direct'] as const;
export type Book = (typeof BOOKS)[number];
export const bookSchema = z.enum(BOOKS);
