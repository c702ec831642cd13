import type { DraftsByKind } from './expectations.ts';

const BREAKS = 'We say so the same day: what broke, how it is fixed, who takes the next step and when.';
const FACES = 'On our side the partner’s manager, on yours the person named on the card.';

export const EXPECTATIONS_EN: DraftsByKind = {
  affiliate: {
    success: 'A first payment by your link within thirty days, with no more refunds than usual.',
    whoAnswers: FACES,
    ifItBreaks: BREAKS,
    howCounted:
      'A sale belongs to whoever’s link or code brought the client, within the protection period. An accrual may be paid after the validation period.',
    ours: [
      'Clicks, sales and accruals are in the portal the same day',
      'A change of terms is told thirty days before',
      'We pay on schedule and explain every sum',
    ],
    theirs: [
      'We advertise only where we said we would',
      'We do not bid on the company’s name or words like it',
      'We promise no discounts that do not exist',
    ],
  },
  creator: {
    success: 'A publication after which people understand more, and first payments from your readers.',
    whoAnswers: FACES,
    ifItBreaks: BREAKS,
    howCounted:
      'The fixed fee is for a publication that came out with its label and erid; the percentage is of payments by your link or code after the validation period.',
    ours: [
      'We give you the product while you prepare and answer within a working day',
      'We obtain the erid and send the label before publication',
      'We show honestly what the publication brought, whatever the figure',
    ],
    theirs: [
      'We try the product ourselves and say what we think',
      'We set the advertising label and the erid and agree on the day',
      'We answer readers’ comments in the first week',
    ],
  },
  ambassador: {
    success:
      'You are known as somebody who uses the product, and by the end of the year clients come every month.',
    whoAnswers: FACES,
    ifItBreaks: BREAKS,
    howCounted: 'Payments of clients who came by your name, link or code within the protection period.',
    ours: [
      'We invite you to closed talks on the product once a quarter',
      'You have early access to what is new',
      'We thank you in public and in person',
    ],
    theirs: [
      'We speak of the product at least once a month',
      'We say honestly what does not work',
      'If a competitor invites us, we talk first',
    ],
  },
  agent: {
    success: 'A first client within sixty days, then at least one new client a quarter.',
    whoAnswers: FACES,
    ifItBreaks: BREAKS,
    howCounted:
      'A client is kept for you from the day of handing over for the protection period. An accrual on each of their payments, after the validation period.',
    ours: [
      'We answer a client you hand over within one working day',
      'We do not go round you: a direct sale to your client is yours',
      'Statement and payout by the tenth',
    ],
    theirs: [
      'We hand over only those who need it, and with their consent',
      'We tell price and time as they are',
      'We say if the client chose something else',
    ],
  },
  integrator: {
    success: 'A first implementation in time, and ninety days later the client says it is better.',
    whoAnswers: FACES,
    ifItBreaks: BREAKS,
    howCounted:
      'Your role in the deal is “implements”: the share is written in the deal before work begins and is paid from the client’s payments.',
    ours: [
      'We train your specialists and give you a test stand',
      'An engineer is at hand during implementation and answers within four working hours',
      'Implementations are given in turn, not by friendship',
    ],
    theirs: [
      'A trained specialist does the work',
      'We speak of a risk to the date as soon as we see it',
      'For two weeks after launch we answer the client’s questions',
    ],
  },
  consultant: {
    success: 'Clients you advised have solved their task and are grateful to you.',
    whoAnswers: FACES,
    ifItBreaks: BREAKS,
    howCounted:
      'A client is kept for you from the day of handing over. If you add expertise to a deal, your share is written in it beforehand.',
    ours: [
      'We answer your client as quickly as our own',
      'We do not press: your advice matters more than our sale',
      'We give you materials without our name if you prefer',
    ],
    theirs: [
      'We tell the client that we are rewarded',
      'We advise by the task, not by the percentage',
      'We tell you what clients miss',
    ],
  },
  community: {
    success: 'Members had the good of two joint meetings, and first clients are among them.',
    whoAnswers: FACES,
    ifItBreaks: BREAKS,
    howCounted: 'Payments of members who came by the community’s link or code within the protection period.',
    ours: [
      'We come to a meeting with help, not with a sale',
      'We answer members within a working day',
      'Terms for members are no worse than anywhere else',
    ],
    theirs: [
      'We name a person who answers for the partnership',
      'We hold the meeting on the agreed day and invite those who need it',
      'We gather members’ opinions and share them',
    ],
  },
  reseller: {
    success: 'Three sales in the first quarter, and renewals no rarer than of direct clients.',
    whoAnswers: FACES,
    ifItBreaks: BREAKS,
    howCounted: 'By payments of your clients. No discount below the agreed floor.',
    ours: [
      'We train your sales people and give them the talk',
      'We do not sell to your clients directly',
      'A change of prices is told sixty days before',
    ],
    theirs: [
      'We keep the floor price',
      'We are the client’s first line of support',
      'We show the pipeline once a month',
    ],
  },
  client: {
    success: 'The person you advised has solved their task.',
    whoAnswers: 'The manager who looks after you as a client.',
    ifItBreaks: 'We give the person their money back and apologise to both of you.',
    howCounted: 'Thanks for the first payment of whoever you advised.',
    ours: ['We treat your acquaintance with care', 'We tell you how it ended'],
    theirs: ['We advise only what we use ourselves', 'We ask people before we hand over their telephone'],
  },
  ally: {
    success: 'A joint product, event or market whose good is confirmed by the day of review.',
    whoAnswers: 'On both sides a named executive who may decide.',
    ifItBreaks: 'The two who answer meet within a week.',
    howCounted:
      'Influence by goals with evidence. Money, if there is any, by payments of clients who came together, in a book of its own.',
    ours: ['We give people and time to the joint work', 'We show how the goals go every quarter'],
    theirs: [
      'We give people and time to the joint work',
      'We speak of the partnership to our clients in our own words',
    ],
  },
};
