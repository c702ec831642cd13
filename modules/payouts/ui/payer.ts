/** What the account we pay from is asked by. */
export const PAYER = [
  'name',
  'taxNumber',
  'kpp',
  'account',
  'bik',
  'bankName',
  'correspondentAccount',
] as const;
