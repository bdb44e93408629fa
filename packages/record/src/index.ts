/**
 * Typed records over Yjs: field kinds and what merging means for each, views, edits, open questions.
 *
 * @packageDocumentation
 */
export {};
