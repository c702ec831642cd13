/** Requirements no test holds yet, each with one honest line why. A line whose test has come must go. */
export const notYet: Readonly<Record<string, string>> = {
  'S1.1': 'nothing ranks by links; no test forbids it',
  'S1.18': 'first results are told by the launch; their three kinds have no test of their own',
  'S1.19': 'live sessions of a launch stand without a test of their own',
  'S1.60': 'years together stand on the card without a test',
  'S1.71': 'the structure of the product itself; no single test can hold it',
  'S2.30': 'support and motivation are many pages; no test names the duty as such',
  'S3.1': 'a claim of the source, not used: nothing in the product rests on it',
};
