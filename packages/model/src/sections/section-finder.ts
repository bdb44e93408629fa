import type { NamedSection } from './named-section.ts';
import { isParameter } from './parameter.ts';
import { type AnySectionPart, rowOf } from './section-part.ts';

/** Finds the sections of a model by name, those of series too; each is made once. */
export function sectionFinder(parts: readonly AnySectionPart[]): (name: string) => NamedSection | undefined {
  const named = new Map<string, NamedSection>();
  for (const part of parts) {
    if (part.type !== 'section') continue;
    const { name } = part.schema;
    named.set(name, { name, part, row: rowOf(part), parameter: null, schema: part.schema });
  }
  const allSeries = parts.filter((part) => part.type === 'section-series');
  return (name) => {
    const known = named.get(name);
    if (known !== undefined) return known;
    for (const part of allSeries) {
      const parameter = name.slice(part.prefix.length);
      if (!name.startsWith(part.prefix) || !isParameter(part, parameter)) continue;
      // Not kept: names that anybody makes up would fill the memory. The series gives the same schema each time.
      return { name, part, row: rowOf(part), parameter, schema: part.schemaOf(parameter) };
    }
    return undefined;
  };
}
