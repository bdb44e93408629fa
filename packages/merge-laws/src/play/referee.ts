import type { Json } from '@caseweave/record';
import { replicaName, type Step } from '../history/step.ts';
import type { Law } from '../laws.ts';
import { isLive, type Fact } from '../oracle/ledger.ts';
import type { LawFinding, Replica, Subject } from '../subject.ts';
import { canonicalText } from '../values/canonical.ts';
import { Broken } from './breach.ts';
import type { Device } from './device.ts';
import { firstDifference } from './difference.ts';
import type { World } from './world.ts';

/** Looks at a device after each thing that happened to it, and stops the history at the first law that is broken. */
export class Referee<Edit, Opened extends Replica> {
  readonly #subject: Subject<Edit, Opened>;
  readonly #world: World<Edit, Opened>;
  readonly #laws: ReadonlySet<Law>;
  readonly #expectsNothingWaiting: boolean;

  constructor(
    subject: Subject<Edit, Opened>,
    world: World<Edit, Opened>,
    laws: ReadonlySet<Law>,
    expectsNothingWaiting: boolean,
  ) {
    this.#subject = subject;
    this.#world = world;
    this.#laws = laws;
    this.#expectsNothingWaiting = expectsNothingWaiting;
  }

  /** Looks at a device as it is. */
  judge(device: Device<Opened>, step?: Step<Edit>, before?: Device<Opened>['shown']): void {
    const found = (finding: LawFinding): void => this.#found(device, finding, step);
    const shown = this.look(device);
    device.shown = shown;
    if (before !== undefined && (step?.type === 'repeat' || step?.type === 'reload')) {
      this.#expectSame(before, shown, step, found);
    }
    const isAsAnother = this.#expectConvergence(device, shown, found);
    const { ledger } = this.#world;
    for (const [cell, facts] of ledger.cells) this.#expectKept(device, cell, facts, found);
    // Who has received the same as another, and shows the same, has been judged.
    if (isAsAnother) return;
    const { known, version } = device;
    for (const finding of this.#subject.judge?.(device.replica, { ledger, known, version }) ?? []) found(finding);
  }

  look({ replica }: Device<Opened>): { readonly view: unknown; readonly questions: unknown } {
    return { view: this.#subject.view(replica), questions: this.#subject.questions?.(replica) };
  }

  #found(device: Device<Opened>, finding: LawFinding, step: Step<Edit> | undefined): void {
    // Whatever is wrong right after an undo, is wrong with the undo.
    const isUndo = step?.type === 'undo' || step?.type === 'redo';
    const law = isUndo ? 10 : this.#isOfVersions(finding) ? 9 : finding.law;
    if (!this.#laws.has(law)) return;
    throw new Broken({ ...finding, law, step: this.#world.step, replica: device.index });
  }

  #isOfVersions({ law, path }: LawFinding): boolean {
    return law === 2 && path !== undefined && this.#laws.has(9) && this.#subject.isOfLaterVersion?.(path) === true;
  }

  #expectSame(
    before: NonNullable<Device<Opened>['shown']>,
    shown: NonNullable<Device<Opened>['shown']>,
    step: Step & { readonly type: 'repeat' | 'reload' },
    found: (finding: LawFinding) => void,
  ): void {
    if (step.type === 'reload' && step.version !== undefined) return;
    const difference = firstDifference(before, shown);
    if (difference === undefined) return;
    const { path, one, other } = difference;
    const [law, says] =
      step.type === 'repeat'
        ? ([5, 'an edit that arrived a second time changed what is shown'] as const)
        : ([8, 'stopping and starting again changed what is shown'] as const);
    found({ law, says, path, expected: one, found: other });
  }

  #expectConvergence(
    device: Device<Opened>,
    shown: NonNullable<Device<Opened>['shown']>,
    found: (finding: LawFinding) => void,
  ): boolean {
    const { store } = device.replica.doc;
    if (this.#expectsNothingWaiting && (store.pendingStructs !== null || store.pendingDs !== null)) {
      found({ law: 1, says: `${replicaName(device.index)} holds back an update that waits for another` });
    }
    for (const other of this.#world.devices) {
      if (other === device || other.shown === undefined || other.version !== device.version) continue;
      if (!other.known.equals(device.known)) continue;
      const difference = firstDifference(other.shown, shown);
      if (difference === undefined) return true;
      const names = [other, device].map(({ index }) => replicaName(index)).join(' and ');
      const isAsked = difference.path.startsWith('questions');
      const says = `${names} have received the same edits and ${isAsked ? 'ask' : 'show'} different things`;
      const { path, one, other: there } = difference;
      found({ law: isAsked && this.#laws.has(4) ? 4 : 1, says, path, expected: one, found: there });
    }
    return false;
  }

  #expectKept(
    { known, replica }: Device<Opened>,
    cell: string,
    facts: readonly Fact[],
    found: (finding: LawFinding) => void,
  ): void {
    if (!facts.some(({ edit }) => known.has(edit))) return;
    const kept = this.#subject.kept(replica, cell);
    if (kept === undefined) return;
    const live = facts.filter((fact) => isLive(known, fact));
    const [one] = live;
    if (live.length === 1 && kept.length === 1 && one !== undefined && sameValue(one.value, kept[0])) return;
    const texts = kept.map(canonicalText);
    for (const fact of live) {
      if (texts.includes(fact.text)) continue;
      const says = `what ${replicaName(fact.replica)} wrote in ${cell} is neither shown nor kept, and nobody who had seen it superseded it`;
      found({ law: 2, says, path: cell, expected: fact.value, found: kept });
    }
    for (const [index, text] of texts.entries()) {
      const count = live.filter((fact) => fact.text === text).length;
      if (count === 0) {
        found({
          law: 3,
          says: `${cell} holds what nobody wrote, or what was superseded`,
          path: cell,
          expected: live.map(({ value }) => value),
          found: kept[index],
        });
      } else if (texts.filter((other) => other === text).length > count) {
        found({
          law: 3,
          says: `${cell} holds a value more often than it was written`,
          path: cell,
          expected: live.map(({ value }) => value),
          found: kept,
        });
      }
    }
  }
}

const sameValue = (one: Json, other: Json | undefined): boolean =>
  one === other || (other !== undefined && typeof one === 'object' && canonicalText(one) === canonicalText(other));
