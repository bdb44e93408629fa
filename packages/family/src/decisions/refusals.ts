/** Why a decision is refused, and what to do next: the words that several have alike. */
export const refusals = {
  already: 'It is so already. There is nothing more to do.',
  'no-such-hub': 'There is no such hub. Choose another.',
  'cannot-join': 'This person cannot be in this team. Choose somebody else, or ask the manager.',
  'is-lead': 'The lead practitioner stays in the team until somebody else leads. Hand the lead over first.',
  past: 'The day on which it should end has passed. Choose a later one.',
} as const;
