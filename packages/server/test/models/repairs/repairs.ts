import { defineModel, type Model, type ModelDeclaration } from '@caseweave/model';
import { decisions } from './decisions.ts';
import { staff, type Staff } from './facts.ts';
import { home, job } from './kinds.ts';
import { sections } from './sections.ts';

/** What the model of repairs declares: later releases of it are made from this. */
export const declaration: ModelDeclaration<Staff> = {
  name: 'repairs',
  version: 1,
  title: 'Repairs',
  who: {
    schema: staff,
    keys: ({ id, roles, district, home: lives }) => [
      `is:${id}`,
      ...(roles.includes('supervisor') && district !== null ? [`district:${district}`] : []),
      ...(lives === undefined ? [] : [`home:${lives}`]),
    ],
    organisation: { unit: 'firm', of: ({ firm }) => firm },
  },
  units: {
    firm: { title: 'Firm', about: 'A firm that repairs homes.' },
    district: { title: 'District', about: 'Where homes are.' },
  },
  kinds: [job, home],
  sections,
  decisions,
};

/** A small domain: repairs in homes. */
export const repairs: Model = defineModel(declaration);
