import type { SectionSeries } from '@caseweave/model';
import { fieldName } from '../names/words.ts';
import type { Tools } from '../tools.ts';

/** What tells sections that are alike apart, as a field or an argument: the `firm` whose notes they are. */
export function parameterName({ model, names }: Pick<Tools, 'model' | 'names'>, { parameter }: SectionSeries): string {
  const { valueKind: kind, label } = parameter;
  if (label !== undefined) return fieldName(label);
  if (kind.type === 'unit') return fieldName(model.units[kind.unit]?.title ?? kind.unit);
  if (kind.type === 'record') return fieldName(model.kinds.get(kind.kind)?.title ?? kind.kind);
  return kind.type === 'who' ? fieldName(names.who) : 'of';
}
