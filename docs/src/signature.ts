import { dirname, join } from 'node:path/posix';
import type { Declarations } from './declarations.ts';

/** Longer than so many lines, what lies deeper in a type is left out. */
const mostLines = 60;

/**
 * What the compiler declares under a name that a module exports, without what is private.
 *
 * @throws Error when the module declares no such thing
 */
export function signatureOf(declarations: Declarations, path: string, name: string): string {
  const text = declarations.get(path.replace(/\.tsx?$/, ''));
  if (text === undefined) throw new Error(`The compiler made no declarations of ${path}.`);
  const handedOn = handsOn(text, name);
  if (handedOn !== undefined) return signatureOf(declarations, join(dirname(path), handedOn.from), handedOn.name);
  const found = declaredIn(text, name).map(withoutImports);
  if (found.length === 0) throw new Error(`${path} declares no ${name}.`);
  return shortened(found.join('\n'));
}

function handsOn(text: string, name: string): { readonly from: string; readonly name: string } | undefined {
  for (const { groups: { names = '', from = '' } = {} } of text.matchAll(
    /^export (?:type )?\{(?<names>[^}]*)\} from '(?<from>[^']+)';/gm,
  )) {
    for (const one of names.split(',').map((each) => each.trim().replace(/^type /, ''))) {
      const [there = '', here = there] = one.split(' as ');
      if (here === name) return { from, name: there };
    }
  }
  return undefined;
}

/** All that is declared under a name: a function may be declared several times, a type and a value once each. */
function declaredIn(text: string, name: string): readonly string[] {
  const escaped = name.replaceAll('$', String.raw`\$`);
  const begin = new RegExp(
    String.raw`^export (?:declare )?(?:abstract )?(?<kind>function|const|let|type|interface|class) ${escaped}(?![\w$])`,
    'gm',
  );
  return Array.from(text.matchAll(begin), ({ index, groups: { kind } = {} }) => {
    const rest = text.slice(index);
    const hasBody = kind === 'interface' || kind === 'class';
    return withoutPrivate(hasBody ? bodied(rest) : rest.slice(0, endOfStatement(rest))).replace(
      /^export (?:declare )?/,
      '',
    );
  });
}

/** Declarations with a body end with a brace of their own at the beginning of a line. */
function bodied(text: string): string {
  const [first = ''] = text.split('\n', 1);
  return first.endsWith('{}') ? first : text.slice(0, text.indexOf('\n}') + 2);
}

/** Where the first semicolon is that is in no bracket, comment or string. */
function endOfStatement(text: string): number {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/\/\*[\s\S]*?\*\/|'(?:[^'\\]|\\.)*'|[([{]|[)\]}]|;/g)) {
    if (/^[([{]$/.test(token)) depth += 1;
    else if (/^[)\]}]$/.test(token)) depth -= 1;
    else if (token === ';' && depth === 0) return index + 1;
  }
  return text.length;
}

const withoutPrivate = (text: string): string =>
  text.replaceAll(/^ {2}(?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n {2})?(?:private [^;]*|#private);\n/gm, '');

const withoutImports = (text: string): string => text.replaceAll(/import\(['"][^'"]+['"]\)\./g, '');

/** A declaration that is not too long to read: blocks are left out from the innermost, as long as it is. */
function shortened(text: string): string {
  for (let depth = 4; depth > 0; depth -= 1) {
    if (text.split('\n').length <= mostLines) return text;
    text = withoutDeeper(text, depth);
  }
  const lines = text.split('\n');
  return lines.length <= mostLines ? text : [...lines.slice(0, mostLines), '// …'].join('\n');
}

function withoutDeeper(text: string, most: number): string {
  let depth = 0;
  let result = '';
  for (const { 0: token } of text.matchAll(/\/\*[\s\S]*?\*\/|'(?:[^'\\]|\\.)*'|[\s\S]/g)) {
    if (token === '}') depth -= 1;
    if (depth < most || (token === '}' && depth === most - 1)) result += token;
    if (token === '{') {
      depth += 1;
      if (depth === most) result += ' … ';
    }
  }
  return result;
}
