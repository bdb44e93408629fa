import { isParameter, type AnySectionPart, type SectionSeries } from '@caseweave/model';
import type { Arguments } from '../builder.ts';
import { parameterName } from '../records/parameter-name.ts';
import type { Tools } from '../tools.ts';
import { describeValue } from '../values/describe-value.ts';
import type { Viewer } from '../viewer/viewer.ts';
import { EDIT_ARGS } from './edit-args.ts';

/** How an edit names the record and the section that it is in. */
export interface SectionArgument {
  readonly args: Readonly<Record<string, ReturnType<Arguments['id']>>>;
  recordIn(args: object): string;
  /** The section's name; undefined where whoever asks has none such. */
  nameIn(args: object, viewer: Viewer): string | undefined;
}

/** What names a record and a section of it among the arguments of an edit. */
export function sectionArgument(tools: Tools, part: AnySectionPart): SectionArgument {
  const target = tools.names.kinds.get(part.kind)?.field ?? part.kind;
  const which = part.type === 'section' ? undefined : parameterOf(tools, part);
  return {
    args: tools.builder.args((t) => ({
      [target]: t.id({ required: true, description: EDIT_ARGS.record }),
      ...(which !== undefined && {
        [which.name]: t.id({ required: which.own === null, description: which.description }),
      }),
    })),
    recordIn: (args) => textIn(args, target) ?? '',
    nameIn(args, viewer) {
      if (part.type === 'section') return part.schema.name;
      const given = textIn(args, which?.name ?? '');
      return given === undefined ? ownSection(tools, part, viewer) : nameAmong(part, `${part.prefix}${given}`);
    },
  };
}

/** A section among those that are alike, by its name; undefined where it is none of them. */
export const nameAmong = (part: SectionSeries, name: string): string | undefined =>
  name.startsWith(part.prefix) && isParameter(part, name.slice(part.prefix.length)) ? name : undefined;

/** Of sections that are alike, the one of whom somebody works for; undefined where they are told apart by something else. */
export function ownSection(tools: Tools, part: SectionSeries, viewer: Viewer): string | undefined {
  const given = organisationOf(tools, part)?.of(viewer.me.who);
  return typeof given === 'string' ? nameAmong(part, `${part.prefix}${given}`) : undefined;
}

/** What tells sections that are alike apart; where it is whom somebody works for, that is what is meant unless said. */
function parameterOf(tools: Tools, part: SectionSeries) {
  const own = organisationOf(tools, part);
  const which = `Which of the sections ${part.title}: ${describeValue(tools.model, part.parameter.valueKind)}`;
  const description = own === null ? `${which}.` : `${which}; of whom you work for, unless said.`;
  return { name: parameterName(tools, part), own, description };
}

function organisationOf({ model: { who } }: Tools, { parameter: { valueKind: kind } }: SectionSeries) {
  return kind.type === 'unit' && who.organisation?.unit === kind.unit ? who.organisation : null;
}

function textIn(args: object, name: string): string | undefined {
  const value = (args as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : undefined;
}
