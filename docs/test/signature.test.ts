import { expect, test } from 'vitest';
import type { Declarations } from '../src/declarations.ts';
import { signatureOf } from '../src/signature.ts';

const declarations: Declarations = new Map([
  [
    'a/shop',
    `import type { Price } from './price.ts';
export { type Price as Cost } from './price.ts';
/** Buys. */
export declare function buy(what: string): Price;
export declare function buy(what: string, options: { readonly many: number; }): Price;
export declare const prices: ReadonlyMap<string, import("./price.ts").Price>;
/** A till. */
export declare class Till {
  #private;
  /** Nobody's business. */
  private readonly secret;
  readonly drawer: { readonly coins: number; };
  constructor(drawer: string);
}
export type State =
  /** It takes money; nobody waits. */
  | { readonly type: 'open' }
  | { readonly type: 'closed' };
`,
  ],
  ['a/price', 'export interface Price {\n  readonly pence: number;\n}\nexport interface Priced extends Price {}\n'],
]);

test('a function is shown with all the ways to call it', () => {
  expect(signatureOf(declarations, 'a/shop.ts', 'buy')).toBe(
    'function buy(what: string): Price;\nfunction buy(what: string, options: { readonly many: number; }): Price;',
  );
});

test('a value is shown by its type, without where that comes from', () => {
  expect(signatureOf(declarations, 'a/shop.ts', 'prices')).toBe('const prices: ReadonlyMap<string, Price>;');
});

test('of a class, what is private is not shown', () => {
  expect(signatureOf(declarations, 'a/shop.ts', 'Till')).toBe(
    'class Till {\n  readonly drawer: { readonly coins: number; };\n  constructor(drawer: string);\n}',
  );
});

test('a type ends where its statement does, whatever its comments say', () => {
  expect(signatureOf(declarations, 'a/shop.ts', 'State')).toMatch(/nobody waits[\s\S]*'closed' };$/);
});

test('what a module hands on is looked up where it is declared', () => {
  expect(signatureOf(declarations, 'a/shop.ts', 'Cost')).toBe('interface Price {\n  readonly pence: number;\n}');
  expect(signatureOf(declarations, 'a/price.ts', 'Priced')).toBe('interface Priced extends Price {}');
});

test('what is not there is said', () => {
  expect(() => signatureOf(declarations, 'a/shop.ts', 'sell')).toThrow('a/shop.ts declares no sell.');
});

test('of what is too long to read, the innermost is left out', () => {
  const members = (indent: string): string =>
    Array.from({ length: 50 }, (_, nth) => `${indent}readonly m${nth}: { readonly x: 1 };`).join('\n');
  const long = new Map([
    [
      'a/long',
      `export interface Long {\n  readonly a: {\n${members('    ')}\n  };\n  readonly b: {\n${members('    ')}\n  };\n}\n`,
    ],
  ]);

  expect(signatureOf(long, 'a/long.ts', 'Long')).toBe(
    'interface Long {\n  readonly a: { … };\n  readonly b: { … };\n}',
  );
});
