import type { ModelFault } from '@caseweave/model';

const form = /^[A-Za-z][A-Za-z0-9_]*$/;

/** Names of one sort, each given once; what cannot be named is gathered, to be told all together. */
export class ClaimedNames {
  readonly #taken = new Map<string, string>();
  readonly #faults: ModelFault[];

  constructor(faults: ModelFault[], reserved: readonly string[] = []) {
    this.#faults = faults;
    for (const name of reserved) this.#taken.set(name, 'what every schema has');
  }

  /**
   * Claims a name for what stands at a path of the model: the first of some that is free together with all that follow
   * from it.
   *
   * @param wanted - what it may be called, the best first
   * @param following - the names that follow from one
   */
  claim(path: string, wanted: readonly string[], following: (name: string) => readonly string[] = () => []): string {
    const bundle = (name: string): readonly string[] => [name, ...following(name)];
    const name = wanted.find((one) => bundle(one).every((each) => form.test(each) && !this.#taken.has(each)));
    if (name !== undefined) {
      for (const each of bundle(name)) this.#taken.set(each, path);
      return name;
    }
    const [best = ''] = wanted;
    const holder = bundle(best)
      .map((each) => this.#taken.get(each))
      .find((one) => one !== undefined);
    this.#faults.push(
      holder === undefined
        ? { path, rule: 'gives no name for the API.', remedy: 'Use letters and digits, beginning with a letter.' }
        : { path, rule: `is called ${best} in the API, as ${holder} is.`, remedy: 'Give it another title or label.' },
    );
    return best;
  }
}
