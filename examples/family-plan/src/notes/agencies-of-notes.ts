import type { FamilyFacts } from '../families/family-facts.ts';

const prefix = 'notes.';

/** The agencies whose notes are among some sections, with their names as the team's members tell them. */
export function agenciesOfNotes(
  sections: readonly string[],
  { team }: FamilyFacts,
): readonly { readonly id: string; readonly name: string }[] {
  return sections
    .filter((name) => name.startsWith(prefix))
    .map((name) => {
      const id = name.slice(prefix.length);
      return { id, name: team.find(({ agency }) => agency === id)?.agencyName ?? 'Another agency' };
    });
}
