/** Requirements no test holds yet, each with one honest line why. A line whose test has come must go. */
export const notYet: Readonly<Record<string, string>> = {
  'S0.3': 'breaches stand beside revenue by rule; one log of harm to the name with its cost is not there',
  'S0.4': 'a publication may be written without an item of the plan',
  'S0.7': 'the report of cycles, partners beside direct, is not there',
  'S0.19':
    'returns and discounts are looked at by detectors; their price in roubles by partner is not summed up',
  'S0.67': 'the page of breaches beside revenue stands without a test of its own',
  'S1.1': 'nothing ranks by links; no test forbids it',
  'S1.3': 'share of repeated deals is not counted',
  'S1.6': 'what a client cost before and after a change of the list is not counted',
  'S1.18': 'first results are told by the launch; their three kinds have no test of their own',
  'S1.19': 'live sessions of a launch stand without a test of their own',
  'S1.60': 'years together stand on the card without a test',
  'S1.62': 'touches stand in the calendar of each partner; there is no calendar of letters and calls for all',
  'S1.71': 'the structure of the product itself; no single test can hold it',
  'S2.30': 'support and motivation are many pages; no test names the duty as such',
  'S3.1': 'a claim of the source, not used: nothing in the product rests on it',
  'S3.25': 'worth of clients by number of partners is not counted',
  'S3.33': 'expansions are paid by their own rate; the report of them is not there',
  'S3.43': 'average check by complexity is not counted',
  'S3.44': 'segments of clients are not kept',
  'S3.46': 'results of scenarios are kept; growth by them is not reported',
};
