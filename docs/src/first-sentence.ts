import { dirname, join } from 'node:path/posix';
import { textOf } from './repository.ts';

const kinds = String.raw`(?:async )?(?:const|let|function\*?|class|abstract class|interface|type)`;

/**
 * The first sentence of the doc comment of what a module exports under a name. Where the module hands the name on, it
 * is looked up where it comes from.
 *
 * @throws Error when the name is not there, or has no doc comment
 */
export function firstSentence(text: string, name: string, path: string): string {
  const escaped = name.replaceAll('$', String.raw`\$`);
  const declared = new RegExp(String.raw`/\*\*((?:(?!\*/)[\s\S])*)\*/\s*export ${kinds} ${escaped}\b`).exec(text);
  if (declared?.[1] !== undefined) return sentenceIn(declared[1]);
  const handedOn = new RegExp(String.raw`export (?:type )?\{[^}]*\b${escaped}\b[^}]*\} from '([^']+)'`).exec(text)?.[1];
  if (handedOn === undefined) throw new Error(`${path} says nothing of ${name}.`);
  const from = join(dirname(path), handedOn);
  return firstSentence(textOf(from), name, from);
}

function sentenceIn(comment: string): string {
  const words = comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trim())
    .join('\n')
    .split(/\n\n|\n@/)[0];
  const flat = (words ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/\{@link (\w+)\}/g, '`$1`');
  // A sentence ends where the next begins with a capital; `e.g. x` and `1.5` do not end one.
  return /^.*?[.:](?= [A-Z]|$)/.exec(flat)?.[0] ?? flat;
}
