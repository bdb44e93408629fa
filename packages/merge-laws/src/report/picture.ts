import { replicaName } from '../history/step.ts';
import type { LawFailure } from '../law-failure.ts';
import { laws } from '../laws.ts';
import type { PlayEvent } from '../play/event.ts';
import { columnsOf, type Columns } from './columns.ts';
import { valueWords } from './failure-words.ts';
import { element, escaped, lines, textBlock } from './svg.ts';
import { eventWords, type Tale } from './tale.ts';

const columnWidth = 156;
const laneHeight = 132;
const left = 74;
const top = 76;
const calloutWidth = 300;

/** A broken law's history as a space-time diagram: a line per replica, time from left to right. */
export function picture(failure: LawFailure, tale: Tale): string {
  return new Picture(failure, tale).draw();
}

class Picture {
  readonly #failure: LawFailure;
  readonly #tale: Tale;
  readonly #columns: Columns;
  readonly #places = new Map<number, { readonly x: number; readonly y: number }>();

  constructor(failure: LawFailure, tale: Tale) {
    this.#failure = failure;
    this.#tale = tale;
    this.#columns = columnsOf(tale, failure);
    for (const event of tale.events) {
      const number = event.type === 'edit' || event.type === 'own-writing' ? event.edit : undefined;
      if (number !== undefined && 'at' in event) this.#places.set(number, { x: this.#x(event), y: laneAt(event.at) });
    }
  }

  draw(): string {
    const { breach, history } = this.#failure;
    const width = left + this.#columns.count * columnWidth + calloutWidth;
    const height = top + history.replicas * laneHeight + 8;
    const words = this.#tale.events.map(eventWords).join('. ');
    const description = `A line for each replica, time from left to right. ${words}. Then: ${breach.says}.`;
    const parts = [
      element('title', { id: 'picture-title' }, escaped(`Law ${breach.law}, ${laws[breach.law].name}, broken`)),
      element('desc', { id: 'picture-description' }, escaped(description)),
      arrowHead,
      ...this.#moments(),
      ...this.#partitions(),
      ...this.#lanes(width),
      ...this.#tale.events.map((event) => this.#arrows(event)),
      ...this.#tale.events.map((event) => this.#mark(event)),
      this.#breach(),
    ];
    const attributes = {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      // It gives way to the page until its words would be too small to read.
      style: `--least: ${Math.round(width * 0.7)}px`,
      role: 'img',
      'aria-labelledby': 'picture-title picture-description',
      xmlns: 'http://www.w3.org/2000/svg',
    };
    return element('svg', attributes, parts.join('\n'));
  }

  #x(event: PlayEvent): number {
    return columnAt(this.#columns.columnOf.get(event) ?? 0);
  }

  /** The start and the end, as bands behind everything. */
  #moments(): readonly string[] {
    const { start, end } = this.#columns;
    const height = this.#failure.history.replicas * laneHeight - 6;
    const band = (from: number, count: number, words: string): string =>
      element('rect', {
        x: from,
        y: top - 46,
        width: count * columnWidth,
        height: height + 46,
        rx: 8,
        class: 'moment',
      }) + textBlock([words], { x: from + 10, y: top - 28, anchor: 'start', type: 'moment-words' });
    return [
      ...(start > 0 ? [band(left + 6, start, 'from the start')] : []),
      ...(end === undefined ? [] : [band(columnAt(end) - columnWidth / 2, 1, 'all is delivered')]),
    ];
  }

  #partitions(): readonly string[] {
    const drawn: string[] = [];
    const { events } = this.#tale;
    const last =
      columnAt(this.#columns.end ?? this.#columns.count - 1) +
      (this.#columns.end === undefined ? 40 : -columnWidth / 2);
    for (const [index, event] of events.entries()) {
      if (event.type !== 'partition') continue;
      const over = events.slice(index + 1).find(({ type }) => type === 'heal' || type === 'partition');
      const from = this.#x(event);
      const to = over === undefined ? last : this.#x(over);
      for (const apart of event.apart) {
        const y = laneAt(apart) - laneHeight / 2 - 20;
        drawn.push(
          element('rect', {
            x: from,
            y,
            width: Math.max(20, to - from),
            height: laneHeight - 10,
            rx: 8,
            class: 'apart',
          }),
          textBlock(['cut off'], { x: from + 8, y: y + laneHeight - 18, anchor: 'start', type: 'apart-words' }),
        );
      }
    }
    return drawn;
  }

  #lanes(width: number): readonly string[] {
    return Array.from({ length: this.#failure.history.replicas }, (_, index) => {
      const y = laneAt(index);
      const to = width - calloutWidth + 10;
      return (
        element('line', { x1: left, y1: y, x2: to, y2: y, class: 'lane' }) +
        element('rect', { x: 18, y: y - 18, width: 36, height: 36, rx: 9, class: `replica replica-${index % 4}` }) +
        textBlock([replicaName(index)], { x: 36, y: y + 6, anchor: 'middle', type: 'replica-name' })
      );
    });
  }

  #arrows(event: PlayEvent): string {
    if (event.type !== 'deliver' && event.type !== 'repeat') return '';
    const [x, y] = [this.#x(event), laneAt(event.at)];
    return event.edits
      .map((edit, nth) => {
        const from = this.#places.get(edit);
        if (from === undefined) return '';
        const to = x - 10 + (nth - (event.edits.length - 1) / 2) * 9;
        const bend = (to - from.x) / 2;
        const side = y > from.y ? -9 : 9;
        const path = `M ${from.x} ${from.y} C ${from.x + bend} ${from.y}, ${to - Math.min(30, bend)} ${y + side * 4}, ${to} ${y + side}`;
        const kind = event.type === 'repeat' ? 'arrow again' : 'arrow';
        return element('path', { d: path, class: kind, 'marker-end': 'url(#arrow-head)' });
      })
      .join('');
  }

  #mark(event: PlayEvent): string {
    if (event.type === 'partition' || event.type === 'heal') return '';
    const [x, y] = [this.#x(event), laneAt(event.at)];
    const label = (words: string, type = 'label'): string => {
      const shown = lines(words, 22, 5);
      return textBlock(shown, { x, y: y - 22 - (shown.length - 1) * 15, anchor: 'middle', type });
    };
    if (event.type === 'deliver' || event.type === 'repeat') {
      const words =
        event.type === 'repeat' ? label(`a second time: ${event.edits.map((edit) => `#${edit + 1}`).join(', ')}`) : '';
      return element('circle', { cx: x, cy: y, r: 5, class: 'received' }) + words;
    }
    if (event.type === 'edit' && event.fate === 'lost') {
      const cross = `M ${x - 8} ${y - 8} L ${x + 8} ${y + 8} M ${x + 8} ${y - 8} L ${x - 8} ${y + 8}`;
      return (
        element('path', { d: cross, class: 'crash' }) + label(`${event.words}, and loses power before it is stored`)
      );
    }
    if ((event.type === 'edit' || event.type === 'own-writing') && event.edit !== undefined) {
      const words = event.type === 'edit' ? event.words : 'writes something of itself';
      return (
        element('circle', { cx: x, cy: y, r: 12, class: `edit replica-${event.at % 4}` }) +
        textBlock([String(event.edit + 1)], { x, y: y + 4.5, anchor: 'middle', type: 'edit-number' }) +
        label(words)
      );
    }
    if (event.type === 'edit') {
      const fate = event.fate === 'refused' ? 'refused' : 'nothing to do';
      return element('circle', { cx: x, cy: y, r: 7, class: 'idle' }) + label(`${event.words} (${fate})`);
    }
    return (
      element('rect', { x: x - 7, y: y - 7, width: 14, height: 14, rx: 3, class: event.type }) +
      label('words' in event ? event.words : '')
    );
  }

  #breach(): string {
    const { breach, history } = this.#failure;
    const x = columnAt(this.#columns.count - 1);
    const y = laneAt(Math.min(breach.replica, history.replicas - 1));
    const at = left + this.#columns.count * columnWidth + 26;
    const says = lines(breach.says, 38, 5);
    const values = [
      ...('expected' in breach ? [`expected ${valueWords(breach.expected)}`] : []),
      ...('found' in breach ? [`found ${valueWords(breach.found)}`] : []),
    ].flatMap((value) => lines(value, 38, 2));
    const height = 36 + (says.length + values.length) * 15 + (values.length > 0 ? 6 : 0);
    const box = Math.min(Math.max(10, y - height / 2), top + history.replicas * laneHeight - height);
    return [
      element('circle', { cx: x, cy: y, r: 19, class: 'breach-ring' }),
      element('path', { d: `M ${x + 19} ${y} L ${at} ${y}`, class: 'breach-line' }),
      element('rect', { x: at, y: box, width: calloutWidth - 34, height, rx: 8, class: 'breach-box' }),
      textBlock([`Law ${breach.law}: ${laws[breach.law].name}`], {
        x: at + 12,
        y: box + 21,
        anchor: 'start',
        type: 'breach-title',
      }),
      textBlock(says, { x: at + 12, y: box + 40, anchor: 'start', type: 'breach-words' }),
      values.length === 0
        ? ''
        : textBlock(values, { x: at + 12, y: box + 46 + says.length * 15, anchor: 'start', type: 'breach-values' }),
    ].join('');
  }
}

const columnAt = (column: number): number => left + 6 + (column + 0.5) * columnWidth;
const laneAt = (replica: number): number => top + replica * laneHeight + 58;

const arrowHead = element(
  'defs',
  {},
  element(
    'marker',
    { id: 'arrow-head', viewBox: '0 0 8 8', refX: 6.5, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' },
    element('path', { d: 'M 0 0.5 L 7.5 4 L 0 7.5 z', class: 'arrow-head' }),
  ),
);
