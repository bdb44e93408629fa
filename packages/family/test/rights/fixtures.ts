export const at = 1_000;

export const familySections = [
  'plan.shared',
  'plan.practice',
  'family.words',
  'chronology.shared',
  'notes.agency-of-me',
  'notes.other',
  'safety.domestic-abuse',
  'safety.intelligence',
  'oversight',
] as const;
export const personSections = ['person.identity', 'person.location', 'person.health', 'person.voice'] as const;
