import type { Directory } from '@caseweave/model';

const named = (id: string, name: string, firm: string | null = null) => ({
  who: { id, firm, roles: id === 'asha' ? ['officer'] : [] },
  name,
  organisation: firm,
});

/** Invented people and firms. */
export const directory: Directory = {
  people: [
    named('asha', 'Asha Rahman'),
    named('tim', 'Tim Okafor'),
    named('tess', 'Tess Brandt'),
    named('finn', 'Finn Brook', 'brook'),
    named('ada', 'Ada Down', 'ashdown'),
  ],
  units: {
    firm: [
      { id: 'brook', name: 'Brook Heating' },
      { id: 'ashdown', name: 'Ashdown Roofs' },
    ],
  },
};

/** Somebody of the directory. */
export const one = (id: string) => {
  const found = directory.people.find(({ who }) => who.id === id);
  if (found === undefined) throw new Error(`There is nobody called ${id}.`);
  return found;
};

/** A random id that is the same in every run. */
export const id = (n: number): string => `${String(n).padStart(21, 'a')}A`;
