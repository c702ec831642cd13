/** What is done about partners that came by partners, for the journal. */
export const introductionVerbs = {
  ru: {
    set_introducer_reward: 'Настроена награда за знакомство',
    thank_introducer: 'Партнёр награждён за знакомство',
  },
  en: {
    set_introducer_reward: 'The reward for introductions set',
    thank_introducer: 'A partner rewarded for an introduction',
  },
};
