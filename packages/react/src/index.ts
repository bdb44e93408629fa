/**
 * React hooks over a caseload and its records.
 *
 * @packageDocumentation
 */
export {};
