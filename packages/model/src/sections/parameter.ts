import type { AnySectionPart, SectionSeries, SectionPart } from './section-part.ts';

const wholes = new WeakMap<RegExp, RegExp>();

/** Whether a text may be the parameter of a series of sections: all of it is of its pattern. */
export function isParameter({ pattern }: SectionSeries, text: string): boolean {
  let whole = wholes.get(pattern);
  if (whole === undefined) {
    // Without the flags by which a pattern remembers where it was, or takes a part for all.
    whole = new RegExp(`^(?:${pattern.source})$`, pattern.flags.replaceAll(/[gym]/g, ''));
    wholes.set(pattern, whole);
  }
  return whole.test(text);
}

/** A parameter of a series that stands for any: the one that it says, or `example`; undefined where that is none. */
export const exampleOf = (series: SectionSeries): string | undefined =>
  series.example ?? (isParameter(series, 'example') ? 'example' : undefined);

/** A part as one section: a series as the one of its example; undefined where there is none. */
export function shownSection(part: AnySectionPart): SectionPart | undefined {
  if (part.type === 'section') return part;
  const example = exampleOf(part);
  return example === undefined ? undefined : { ...part, type: 'section', schema: part.schemaOf(example) };
}
