import { isWellFormed, memberOf } from '../json.ts';
import { badSchema } from '../fields/bad-schema.ts';
import { extensionOf, localName } from '../fields/field-name.ts';

/**
 * Checks what the compiler checks too, for those who declare without it, and what it cannot: names, numbers, and
 * choices that contradict each other. What a field's own meaning asks for is checked where that is made.
 */
export function checkDeclaration(declaration: unknown): void {
  if (typeof declaration !== 'object' || declaration === null) {
    throw badSchema('', 'a section is declared by an object', 'Give name, version, oldestWriter and fields.');
  }
  const name = memberOf(declaration, 'name');
  if (typeof name !== 'string' || name === '' || name.length > 100 || !isWellFormed(name)) {
    throw badSchema('name', 'a section has a name of at most 100 characters', 'Name it, such as plan.');
  }
  checkVersions('', declaration);
  const extensions = checkExtensions(memberOf(declaration, 'extensions') ?? []);
  checkFields('section', '', memberOf(declaration, 'fields'), extensions);
}

/** Checks what extends a section, and gives the names of its extensions. */
function checkExtensions(declared: unknown): ReadonlySet<string> {
  const extensions: readonly unknown[] = Array.isArray(declared) ? declared : [null];
  const names = new Set<string>();
  for (const extension of extensions) {
    const name =
      typeof extension === 'object' && extension !== null && 'name' in extension ? extension.name : undefined;
    if (typeof name !== 'string' || name.length > 40 || !plainName.test(name)) {
      const rule = 'an extension has a name of at most 40 letters and digits, beginning with a small letter';
      throw badSchema('name', rule, 'Name it after whoever keeps it.');
    }
    if (names.has(name)) throw badSchema(name, 'there is an extension of this name', 'Give yours another name.');
    names.add(name);
    checkVersions(`${name}:`, extension);
  }
  return names;
}

type Holder = 'section' | 'collection' | 'log';

const kindsIn: Readonly<Record<Holder, readonly string[]>> = {
  section: ['register', 'progress', 'set', 'text', 'rich-text', 'collection', 'log'],
  collection: ['register', 'progress', 'set', 'text', 'rich-text', 'position'],
  log: ['register', 'set'],
};

function checkFields(holder: Holder, prefix: string, fields: unknown, extensions: ReadonlySet<string>): void {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
    throw badSchema(prefix || 'fields', `the fields of a ${holder} are an object`, 'Give a field by each name.');
  }
  for (const [name, field] of Object.entries(fields)) {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    checkName(path, name, holder, extensions);
    checkField(path, holder, field, extensions);
  }
}

function checkField(path: string, holder: Holder, field: unknown, extensions: ReadonlySet<string>): void {
  const kind = typeof field === 'object' && field !== null ? memberOf(field, 'kind') : undefined;
  if (typeof kind !== 'string' || typeof field !== 'object' || field === null) {
    throw badSchema(path, 'this is no field', 'Make it with register, progress, setOf, text, collection or the like.');
  }
  if (!kindsIn[holder].includes(kind)) {
    const remedy = `Use one of: ${kindsIn[holder].join(', ')}.`;
    throw badSchema(path, `a ${holder} holds no ${kind}`, remedy);
  }
  checkOptions(path, memberOf(field, 'options'));
  if (kind === 'collection' || kind === 'log') checkFields(kind, path, memberOf(field, 'fields'), extensions);
  if (kind === 'register' || kind === 'set') checkValidator(path, memberOf(field, 'schema'));
  if (kind === 'progress') checkSteps(path, memberOf(field, 'steps'));
  if (kind === 'rich-text') checkFormats(path, memberOf(field, 'formats'));
}

function checkOptions(path: string, options: unknown): void {
  if (typeof options !== 'object' || options === null) {
    throw badSchema(path, 'what a field says of itself is an object', 'Give options such as { label }.');
  }
  const label = memberOf(options, 'label');
  const words = memberOf(options, 'words');
  const standing = memberOf(options, 'standing');
  const isRule =
    typeof standing === 'object' && standing !== null && typeof memberOf(standing, 'choose') === 'function';
  if (label !== undefined && (typeof label !== 'string' || label === '' || !isWellFormed(label))) {
    throw badSchema(path, 'a label is a text', 'Say what the field is called on a screen.');
  }
  if (words !== undefined && typeof words !== 'function') {
    throw badSchema(path, 'words is a function', 'Give a function from a value to its words.');
  }
  if (standing !== undefined && !isRule && !standings.includes(standing)) {
    throw badSchema(path, 'there is no such rule for what stands', `Use one of: ${standings.join(', ')}; or choose.`);
  }
  for (const list of ['order', 'exclusive']) {
    const values = memberOf(options, list);
    if (values !== undefined && !Array.isArray(values)) {
      throw badSchema(path, `${list} is a list of values`, 'Give a list.');
    }
  }
}

const standings: readonly unknown[] = ['earliest', 'latest', 'highest', 'lowest'];

function checkValidator(path: string, schema: unknown): void {
  // Some validators are functions.
  const holds = (typeof schema === 'object' && schema !== null) || typeof schema === 'function';
  const standard = holds ? memberOf(schema, '~standard') : undefined;
  if (typeof standard === 'object' && standard !== null && typeof memberOf(standard, 'validate') === 'function') return;
  throw badSchema(path, 'its values have no validator', 'Give a Standard Schema, such as z.string() of zod.');
}

function checkSteps(path: string, steps: unknown): void {
  const states: readonly unknown[] = Array.isArray(steps) ? steps.flat() : [];
  if (states.length === 0 || !states.every((state) => typeof state === 'string' && state !== '')) {
    throw badSchema(path, 'a progress has states, each a text', "Give them in order, such as ['agreed', 'done'].");
  }
  const twice = states.find((state, nth) => states.indexOf(state) !== nth);
  if (typeof twice === 'string') {
    throw badSchema(path, `the state ${twice} is there twice`, 'Give each state one place.');
  }
}

function checkFormats(path: string, formats: unknown): void {
  const names: readonly unknown[] = Array.isArray(formats) ? formats : [null];
  if (names.every((name) => typeof name === 'string' && /^[A-Za-z][A-Za-z0-9._:-]*$/.test(name))) return;
  throw badSchema(path, 'formats is a list of names', "Give names such as ['bold', 'italic'].");
}

// Rows and their drafts have members of their own.
const reserved = new Set([
  'id',
  'struck',
  'unshown',
  'strike',
  'restore',
  'addenda',
  'addendum',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'toJSON',
  'then',
]);

const plainName = /^[a-z][A-Za-z0-9]*$/;

function checkName(path: string, name: string, holder: Holder, extensions: ReadonlySet<string>): void {
  const extension = extensionOf(name);
  if (!plainName.test(localName(name))) {
    throw badSchema(path, 'a name is letters and digits, beginning with a small letter', 'Rename the field.');
  }
  if (extension !== undefined && !extensions.has(extension)) {
    throw badSchema(path, 'a name with a colon is that of an extension', 'Add the field by extendSection.');
  }
  if (reserved.has(name)) throw badSchema(path, `no field of a ${holder} may be called so`, 'Rename the field.');
}

/** @param prefix - of the path, for the versions of an extension */
function checkVersions(prefix: string, of: unknown): void {
  const [version, oldestWriter] = ['version', 'oldestWriter'].map((name) =>
    typeof of === 'object' && of !== null ? memberOf(of, name) : undefined,
  );
  const fits = Number.isSafeInteger(version) && Number.isSafeInteger(oldestWriter);
  if (fits && Number(oldestWriter) >= 1 && Number(oldestWriter) <= Number(version)) return;
  throw badSchema(
    `${prefix}oldestWriter`,
    'versions are whole numbers from 1, and the oldest writer is no later than the version',
    'Begin with version 1 and oldestWriter 1.',
  );
}
