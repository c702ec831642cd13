/** The words the law wants beside a rewarded link: the company's own, and the token of the register once. */
export function adLabelOf(
  { adLabel, erid }: { readonly adLabel: string | null; readonly erid: string | null },
  /** «Реклама.», for a link that has a token and no words. */
  plain: string,
): string | null {
  if (erid === null) return adLabel;
  if (adLabel?.includes(erid)) return adLabel;
  return `${adLabel ?? plain} erid: ${erid}`;
}
