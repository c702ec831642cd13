/** Requirements no test holds yet, each with one honest line why. A line whose test has come must go. */
export const notYet: Readonly<Record<string, string>> = {
  'S1.71': 'the structure of the product itself; no single test can hold it',
  'S3.1': 'a claim of the source, not used: nothing in the product rests on it',
};
