/** Where the command writes, and how it knows the time. */
export interface Terminal {
  readonly write: (text: string) => void;
  /** Whether a line can be written over. */
  readonly isTerminal: boolean;
  readonly now: () => number;
}

/** How far a campaign has come. */
export interface Reached {
  readonly name: string;
  readonly done: number;
  readonly runs: number;
  readonly edits: number;
}

/** Shows how far a campaign has come: a bar on a terminal, a line for every tenth elsewhere. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #started: number;
  #tenths = 0;
  #isDrawn = false;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
    this.#started = terminal.now();
  }

  show(reached: Reached): void {
    const { done, runs } = reached;
    const words = `${thousands(done)} of ${thousands(runs)} histories, ${this.rate(done)} a second, ${thousands(reached.edits)} edits`;
    if (this.#terminal.isTerminal) {
      const filled = Math.round((done / runs) * barWidth);
      const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
      this.#terminal.write(`\r\u001B[2K${reached.name} ${bar} ${words}`);
      this.#isDrawn = true;
      return;
    }
    const tenths = Math.floor((done / runs) * 10);
    if (tenths === this.#tenths) return;
    this.#tenths = tenths;
    this.#terminal.write(`${reached.name}: ${words}\n`);
  }

  /** Takes the bar away. */
  clear(): void {
    if (this.#isDrawn) this.#terminal.write('\r\u001B[2K');
    this.#isDrawn = false;
  }

  /** Histories a second so far. */
  rate(done: number): string {
    const seconds = (this.#terminal.now() - this.#started) / 1_000;
    return seconds <= 0 ? '0' : thousands(Math.round(done / seconds));
  }
}

const barWidth = 28;

/** A number with its thousands set apart. */
export const thousands = (value: number): string => String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
