/**
 * A page of plain HTML: what a section holds with inputs, questions and rows, who is here, how the work is, and what was
 * decided. For the first page of a domain, and for the parts of an app that nobody has made a screen for yet.
 *
 * ```tsx
 * <StatusLine />
 * <HereNow record={record} of={plan} />
 * <SectionForm record={record} of={plan} />
 * ```
 *
 * Values that say what they hold (`line()`, `day()`, `coded(list)`) and plain texts are written here; the rest is shown.
 *
 * @packageDocumentation
 */
export { DecideForm } from './decide-form.tsx';
export { DecidedLately } from './decided-lately.tsx';
export { Field, type FieldProps } from './field.tsx';
export { HereNow } from './here-now.tsx';
export { NeedsAttention } from './needs-attention.tsx';
export { SectionForm } from './section-form.tsx';
export { SectionRows } from './section-rows.tsx';
export { StatusLine } from './status-line.tsx';
