const titles: Readonly<Record<string, string>> = {
  'plan.shared': 'Plan',
  'plan.practice': 'Practice thinking',
  'family.words': 'The family’s own words',
  'chronology.shared': 'Chronology',
  'safety.domestic-abuse': 'Safety: domestic abuse',
  'safety.intelligence': 'Safety: told in confidence',
  oversight: 'Management oversight',
  'person.identity': 'Who they are',
  'person.location': 'Where they are',
  'person.health': 'Health',
  'person.voice': 'In their own words',
};

/** What a section is called on a screen. */
export const sectionTitle = (name: string): string => titles[name] ?? (name.startsWith('notes.') ? 'Notes' : name);
