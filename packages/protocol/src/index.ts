/**
 * Caseload sync as messages, bytes and state machines, and the admission of updates; without I/O.
 *
 * @packageDocumentation
 */
export {};
