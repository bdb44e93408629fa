/**
 * A caseload on one device: its open records, outbox, leases, cursor and presence, over ports for store and transport.
 *
 * @packageDocumentation
 */
export {};
